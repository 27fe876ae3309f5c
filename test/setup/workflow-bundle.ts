import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** File of the workflow code bundled once for the run: `Worker.create({ workflowBundle: { codePath } })`. */
    workflowBundle: string
  }
}

const workflowsPath = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url))

let folder: Promise<string> | undefined
let users = 0

/** Bundles `workflows/` for the first project that asks. */
export async function setup(project: TestProject): Promise<void> {
  if (!existsSync(workflowsPath)) throw new Error(`${workflowsPath} is missing`)
  users += 1
  folder ??= bundle()
  project.provide('workflowBundle', join(await folder, 'workflows.js'))
}

export async function teardown(): Promise<void> {
  users -= 1
  if (!folder || users > 0) return
  await rm(await folder, { recursive: true, force: true })
  folder = undefined
}

async function bundle(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'lontar-bundle-'))
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
  await writeFile(join(path, 'workflows.js'), code)
  return path
}
