import { z } from 'zod'
import { grains } from '../domain/oversight/buckets.ts'
import { dimensions } from '../domain/oversight/dimensions.ts'
import { kpiDirections, kpiMeasureNames, kpiUnits } from '../domain/oversight/kpis.ts'
import { Code, LocalText } from './common.ts'
import { groupFields, OfficeCode } from './oversight.ts'

/** Filters of `GET /api/oversight/kpis`: a key figure that is only of another office or service is left out. */
export const KpiFilter = z.strictObject({ office: OfficeCode.optional(), service: Code.optional() })

const value = z.number().nullable()

/** Who says what is aimed at; `illustrative` binds nobody. */
export const KpiSource = z.object({
  document: z.string(),
  article: z.string().nullable(),
  date: z.iso.date().nullable(),
  illustrative: z.boolean(),
  note: z.string().nullable(),
})

/** A figure that the regency holds itself to, of the offices that one answers for. */
export const KpiRow = z
  .object({
    /** Its code in the pack. */
    id: Code,
    name: LocalText,
    measure: z.enum(kpiMeasureNames),
    /** Of the value, the target and the trend; `percent` from 0 to 100. */
    unit: z.enum(kpiUnits),
    /** Only of this agency or service; null where it is of all. */
    office: z.string().nullable(),
    service: z.string().nullable(),
    /** What the value is of: the last weeks or months, with the one that goes on; null where it stands so now. */
    period: z.object({ grain: z.enum(grains), last: z.int() }).nullable(),
    /** Null where there was nothing to tell of. */
    value,
    target: z.object({ direction: z.enum(kpiDirections), value: z.number(), source: KpiSource }),
    met: z.boolean().nullable(),
    /** The last weeks or months, oldest first; empty where the figure stands so now. */
    trend: z.array(z.object({ from: z.iso.date(), value })),
    /** What it is also told for; null where for nothing. */
    by: z.enum(dimensions).nullable(),
    /** How many groups there are something to tell of, how many of them meet the target, and the worst of those that do not. */
    groups: z.object({
      told: z.int(),
      met: z.int(),
      worst: z.array(z.object({ ...groupFields, value: z.number() })),
    }),
  })
  .meta({ id: 'KpiRow' })
export type KpiRow = z.infer<typeof KpiRow>
