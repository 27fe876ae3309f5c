import { readdirSync, readFileSync } from 'node:fs'
import { temporal } from '@temporalio/proto'
import { Worker } from '@temporalio/worker'
import { describe, expect, inject, test } from 'vitest'

const folder = new URL('./histories/', import.meta.url)
const releases = readdirSync(folder).sort()
const storiesOf = (release: string) => readdirSync(new URL(`${release}/`, folder)).sort()

test('there are stored histories', () => {
  expect(releases.flatMap(storiesOf).length).toBeGreaterThanOrEqual(4)
})

/** What was running under an earlier release goes on under this one. */
describe.each(releases)('histories of %s', (release) => {
  test.each(storiesOf(release))('%s replays', async (file) => {
    const history = temporal.api.history.v1.History.decode(readFileSync(new URL(`${release}/${file}`, folder)))
    await Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundle') } }, history)
  })
})
