import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundle } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { beforeAll, describe, expect, test } from 'vitest'
import { readStory, releases, storiesOf, typeOf } from './stored-histories.ts'

/** The replay of stored histories is worth what it catches: the same change, made wrongly and rightly. */
const stories = releases
  .flatMap((release) => storiesOf(release).map((file) => ({ release, file })))
  .filter(({ release, file }) => typeOf(release, file) === 'application')

async function bundleOf(change: string): Promise<WorkflowBundle> {
  const workflowsPath = fileURLToPath(new URL(`./changes/${change}.ts`, import.meta.url))
  return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
}

describe('a change that alters the path', () => {
  let unguarded: WorkflowBundle
  let guarded: WorkflowBundle

  beforeAll(async () => {
    unguarded = await bundleOf('unguarded')
    guarded = await bundleOf('guarded')
  }, 60_000)

  test.each(stories)('is caught without a patch by $release/$file', async ({ release, file }) => {
    const replay = Worker.runReplayHistory({ workflowBundle: unguarded }, readStory(release, file))
    await expect(replay).rejects.toThrow(DeterminismViolationError)
  })

  test.each(stories)('leaves $release/$file alone behind one', async ({ release, file }) => {
    await Worker.runReplayHistory({ workflowBundle: guarded }, readStory(release, file))
  })
})
