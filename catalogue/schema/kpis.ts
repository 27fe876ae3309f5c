import { z } from 'zod'
import { grains } from '../../domain/oversight/buckets.ts'
import { dimensions } from '../../domain/oversight/dimensions.ts'
import { kpiDirections, kpiMeasureNames } from '../../domain/oversight/kpis.ts'
import { Code, ShortText, Source } from './common.ts'

/** A figure that the regency holds itself to: what it is of, what is aimed at, and who says so. */
export const Kpi = z.strictObject({
  code: Code,
  name: ShortText,
  measure: z.enum(kpiMeasureNames),
  /** Also told for each group of it, the worst first. */
  by: z.enum(dimensions).optional(),
  /** Only of one agency, or of one service. */
  only: z.strictObject({ agency: Code.optional(), service: Code.optional() }).optional(),
  /** The last so many weeks or months, with the one that is not over yet; of what is told as it stands now there is none. */
  period: z.strictObject({ grain: z.enum(grains), last: z.int().min(1).max(24) }).optional(),
  /** In the measure's unit: per cent from 0 to 100, hours, days, or a number. */
  target: z.strictObject({
    direction: z.enum(kpiDirections),
    value: z.number().min(0).max(1_000_000),
    source: Source,
  }),
})
export type Kpi = z.infer<typeof Kpi>

/** `kpis.json`; a pack may do without. */
export const Kpis = z.strictObject({ kpis: z.array(Kpi).max(20) })
