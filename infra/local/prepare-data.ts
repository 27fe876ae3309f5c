import type { Env } from '../env.ts'
import { runScript } from './run-script.ts'
import { localPacks } from './settings.ts'

/** Migrations, the regencies' packs and, once, the demo people and cases. Each may be repeated. */
export async function prepareData(env: Env, variables: Record<string, string>): Promise<void> {
  await runScript('migrate', [], variables)
  for (const pack of localPacks()) await runScript('pack', ['load', pack], variables)
  if (!env.DEMO) return
  await runScript('demo-people', [], variables)
  await runScript('demo', [], variables)
}
