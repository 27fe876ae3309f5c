import type { Env } from '../env.ts'
import { runScript } from './run-script.ts'
import { localPacks } from './settings.ts'

/** Migrations and the regencies' packs. May be repeated. */
export async function prepareData(variables: Record<string, string>): Promise<void> {
  await runScript('migrate', [], variables)
  for (const pack of localPacks()) await runScript('pack', ['load', pack], variables)
}

/** The demo people and, once, the demo cases; nothing without `DEMO`. Needs no worker, and does not mind one. */
export async function prepareDemo(env: Env, variables: Record<string, string>): Promise<void> {
  if (!env.DEMO) return
  await runScript('demo-people', [], variables)
  await runScript('demo', [], variables)
}
