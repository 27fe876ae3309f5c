import { join } from 'node:path'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import { loadRegions } from '../../catalogue/regions.ts'
import { beginDemoLoad, finishDemoLoad } from '../../models/demo-load.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { ImportHouse } from '../house.ts'
import { planImport } from '../plan.ts'
import { isError } from '../rows/problem.ts'
import { type Outcome, type TakeOverOptions, takeOver } from '../take-over.ts'
import { readDemoCases } from './demo-cases.ts'
import { demoRows } from './generate.ts'

export type DemoLoaded =
  /** The pack has no demonstration. */
  | { kind: 'none' }
  /** It is there from an earlier start. */
  | { kind: 'there' }
  | { kind: 'loaded'; outcome: Outcome }

/**
 * Makes up a pack's cases and takes them over as an old register's. Once for a database; an interrupted load goes on.
 * Throws when a made-up row is refused: then the pack's demo/cases.json does not fit its services.
 */
export async function loadDemo(
  pack: string,
  houseOf: (regency: string) => ImportHouse,
  onProgress: TakeOverOptions['onProgress'],
): Promise<DemoLoaded> {
  const demo = await readDemoCases(pack)
  if (!demo) return { kind: 'none' }
  const content = await readPack(pack)
  const regency = content.regency.code
  return inRegency(regency, async () => {
    const { begunAt, finishedAt } = await beginDemoLoad(regency, new Date())
    if (finishedAt) return { kind: 'there' }
    const now = begunAt.getTime()
    const rows = demoRows(content, demo, await loadRegions(), now)
    const read = { rows: rows.map((value, index) => ({ line: index + 1, value, text: false })), problems: [] }
    const dir = join(pack, 'demo')
    const plan = await planImport(houseOf(regency), read, { dir, now })
    const wrong = plan.problems.filter(isError)
    if (wrong.length > 0) {
      const told = wrong.slice(0, 5).map(({ line, field, what }) => `${rows[line - 1]?.reference}: ${field} ${what}`)
      throw new Error(`${wrong.length} made-up cases do not fit the services:\n  ${told.join('\n  ')}`)
    }
    const outcome = await takeOver(houseOf(regency), plan, { dir, at: begunAt, ...(onProgress ? { onProgress } : {}) })
    if (outcome.failed.length === 0 && outcome.notStarted === 0) await finishDemoLoad(regency, new Date())
    return { kind: 'loaded', outcome }
  })
}
