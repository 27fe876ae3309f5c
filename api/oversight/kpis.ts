import type { Request, Response } from 'express'
import type { z } from 'zod'
import { KpiFilter, type KpiRow } from '../../contracts/oversight-kpis.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { measureNamed } from '../../domain/oversight/kpis.ts'
import { keyFigures, regencyFacts } from '../../models/catalogue/catalogue.ts'
import { countedUntil } from '../../models/oversight/count.ts'
import { type AccessFilter, authorise } from '../middleware/ability.ts'
import { parseList, sendList } from '../middleware/list-query.ts'
import type { OpenBook } from './book/book.ts'
import { type KpiFigures, kpiFigures } from './kpi-figures.ts'
import { nameGroups } from './names.ts'
import { placesSeenBy, sliceOf } from './slice.ts'
import { stamp } from './standing.ts'

/** So many groups that miss the target are named; the file has all. */
const worstNamed = 3

/** What the regency holds itself to, of the offices that one answers for. */
export async function listKpis(book: OpenBook, request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'oversight')
  const rules = { filter: KpiFilter, sortable: { id: '_id' }, defaultSort: ['id', 'ASC'] as const }
  const { filter } = parseList(request.query, rules)
  const figures = await kpisIn(may, filter, book, request)
  const rows = await Promise.all(figures.map(presentKpi))
  stamp(response, Math.min(await countedUntil(Date.now()), book.asOf()))
  sendList(response, 'kpis', { skip: 0 }, rows satisfies KpiRow[], rows.length)
}

/** Key figures in the pack's order. */
export async function kpisIn(
  may: AccessFilter,
  { office, service }: z.output<typeof KpiFilter>,
  book: OpenBook,
  request: Request,
): Promise<KpiFigures[]> {
  const [kpis, { utcOffsetMinutes }, columns] = await Promise.all([keyFigures(), regencyFacts(), book.open()])
  const now = Date.now()
  return kpiFigures(kpis, {
    may,
    sees: placesSeenBy(request),
    slice: sliceOf({ office, service, step: undefined, officer: undefined }),
    columns,
    now,
    today: plainDay(now, utcOffsetMinutes),
  })
}

async function presentKpi({ kpi, value, met, trend, groups }: KpiFigures): Promise<KpiRow> {
  const { code, name, measure, by = null, only = {}, period = null, target } = kpi
  const { document, article = null, date = null, illustrative = false, note = null } = target.source
  const missed = groups.filter((group) => !group.met)
  const worst = await nameGroups(missed.slice(0, worstNamed).map(({ met: _, ...group }) => group))
  return {
    id: code,
    name,
    measure,
    unit: measureNamed(measure).unit,
    office: only.agency ?? null,
    service: only.service ?? null,
    period,
    value,
    target: {
      direction: target.direction,
      value: target.value,
      source: { document, article, date, illustrative, note },
    },
    met,
    trend,
    by,
    groups: { told: groups.length, met: groups.length - missed.length, worst },
  }
}
