import { Worker } from '@temporalio/worker'
import { describe, expect, inject, test } from 'vitest'
import { readStory, releases, storiesOf } from './stored-histories.ts'

test('there are stored histories', () => {
  expect(releases.flatMap(storiesOf).length).toBeGreaterThanOrEqual(4)
})

/** What was running under an earlier release goes on under this one. */
describe.each(releases)('histories of %s', (release) => {
  test.each(storiesOf(release))('%s replays', async (file) => {
    const history = readStory(release, file)
    await Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundle') } }, history)
  })
})
