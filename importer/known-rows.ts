import { Application } from '../models/case/application.ts'
import type { RawRow } from './rows/read-rows.ts'
import { keyOf } from './rows/row-key.ts'
import { stableId } from './story/stable-id.ts'

/** A row whose case is there from an earlier run. */
export type KnownRow = { line: number; key: string; application: string; isChanged: boolean }

/** The rows, by line, that an earlier run has taken over already. Within the regency's context. */
export async function knownRows(regency: string, raws: RawRow[], service?: string): Promise<Map<number, KnownRow>> {
  const identified = raws.flatMap((raw) => {
    const found = keyOf(raw, service)
    return found ? [{ ...found, line: raw.line, application: stableId(regency, 'import', found.key) }] : []
  })
  const known = new Map<number, KnownRow>()
  for (let start = 0; start < identified.length; start += 1_000) {
    const part = identified.slice(start, start + 1_000)
    const kept = await Application.find({ _id: { $in: part.map(({ application }) => application) } })
      .select({ filedWith: 1 })
      .lean()
    const digests = new Map(kept.map(({ _id, filedWith }) => [_id, filedWith.digest]))
    for (const { line, key, digest, application } of part) {
      const before = digests.get(application)
      if (before !== undefined) known.set(line, { line, key, application, isChanged: before !== digest })
    }
  }
  return known
}
