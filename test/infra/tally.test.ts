import { expect, test } from 'vitest'
import { startTally } from '../../infra/checks/tally.ts'
import { countReport } from '../../infra/checks/vitest-report.ts'

const report = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}, {}, {}] }],
}

test.each([
  ['all passed', report, { passed: 3, failed: 0, skipped: 0 }],
  ['some skipped', { ...report, numPendingTests: 1, numTodoTests: 1 }, { passed: 3, failed: 0, skipped: 2 }],
  ['one failed', { ...report, success: false, numFailedTests: 1 }, { passed: 3, failed: 1, skipped: 0 }],
  [
    'a file that does not load',
    { ...report, success: false, testResults: [...report.testResults, { status: 'failed', assertionResults: [] }] },
    { passed: 3, failed: 1, skipped: 0 },
  ],
  ['an error outside tests', { ...report, success: false }, { passed: 3, failed: 1, skipped: 0 }],
  ['nothing ran', { ...report, numPassedTests: 0, testResults: [] }, { passed: 0, failed: 1, skipped: 0 }],
])('%s', (_name, given, counts) => {
  expect(countReport(JSON.stringify(given))).toEqual(counts)
})

test('no report counts as failed', () => {
  expect(countReport(undefined).failed).toBe(1)
})

test('runs are added up, failures are shown whole, and skips are told only when there are any', () => {
  const lines: string[] = []
  const tally = startTally({ line: (text) => lines.push(text), update() {} })
  tally.add('unit', { passed: 2, failed: 0, skipped: 0 }, 1, 'not shown')
  expect(tally.lastLine()).toBe('2 passed, 0 failed')
  tally.add('flow', { passed: 1, failed: 1, skipped: 1 }, 1, 'AssertionError: why')
  expect(tally.lastLine()).toBe('3 passed, 1 failed, 1 skipped')
  expect(lines.join('\n')).toContain('AssertionError: why')
  expect(lines.join('\n')).not.toContain('not shown')
})
