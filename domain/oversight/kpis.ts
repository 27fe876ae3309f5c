import type { Grain } from './buckets.ts'
import type { Dimension } from './dimensions.ts'
import type { Standing } from './standing.ts'
import type { Measures } from './tallies.ts'

/** What a figure is counted in; `percent` from 0 to 100. */
export const kpiUnits = ['percent', 'hours', 'days', 'count'] as const
export type KpiUnit = (typeof kpiUnits)[number]

/** Open tasks by how their clocks stand. */
export type Standings = Record<Standing, number>

type Common = { unit: KpiUnit; by: readonly Dimension[] }
/** Told by tallies, of tasks that were decided or cases that ended in a period; null where there is nothing to tell of. */
type Past = Common & { of: 'task' | 'case'; value: (sums: Measures) => number | null }
/** Told by open tasks, as they stand now. */
type Present = Common & { of: 'open'; value: (open: Standings) => number | null }

const tasks = ['office', 'service', 'step', 'officer'] as const
const cases = ['office', 'service'] as const
const hourMs = 3_600_000

/** What a key figure may be of, with what it can be told apart by: all that is counted anyway. Means, for sums tell no median. */
export const kpiMeasures = {
  'decided-in-time': { of: 'task', unit: 'percent', by: tasks, value: keptOf },
  'mean-hours': {
    of: 'task',
    unit: 'hours',
    by: tasks,
    value: ({ tookMs = 0, decided = 0 }) => (decided > 0 ? tookMs / decided / hourMs : null),
  },
  'out-of-turn': {
    of: 'task',
    unit: 'percent',
    by: tasks,
    value: ({ freeOvertakings = 0, decided = 0 }) => percent(freeOvertakings, decided),
  },
  decided: { of: 'task', unit: 'count', by: tasks, value: ({ decided = 0 }) => decided },
  'terms-kept': { of: 'case', unit: 'percent', by: cases, value: keptOf },
  'mean-days': {
    of: 'case',
    unit: 'days',
    by: cases,
    value: (sums) => (sums.closed ? spentMs(sums) / sums.closed / hourMs / 24 : null),
  },
  'office-share': {
    of: 'case',
    unit: 'percent',
    by: cases,
    value: (sums) => percent(sums.officeMs ?? 0, spentMs(sums)),
  },
  received: { of: 'case', unit: 'count', by: cases, value: ({ received = 0 }) => received },
  'overdue-now': { of: 'open', unit: 'count', by: tasks, value: ({ breached }) => breached },
  'overdue-share-now': {
    of: 'open',
    unit: 'percent',
    by: tasks,
    value: (open) =>
      percent(
        open.breached,
        Object.values(open).reduce((sum, count) => sum + count, 0),
      ),
  },
} as const satisfies Record<string, Past | Present>

export type KpiMeasure = keyof typeof kpiMeasures
export const kpiMeasureNames = Object.keys(kpiMeasures) as [KpiMeasure, ...KpiMeasure[]]

/** Widened, for whoever asks by a name. */
export const measureNamed = (name: KpiMeasure): Past | Present => kpiMeasures[name]

/** The period that a value is of: the last so many weeks or months, with the one that is not over yet. */
export type KpiPeriod = { grain: Grain; last: number }

export const kpiDirections = ['at-least', 'at-most'] as const
export type KpiTarget = { direction: (typeof kpiDirections)[number]; value: number }

/** Whether a value is what was aimed at; null where there is none. */
export function isMet(value: number | null, { direction, value: aim }: KpiTarget): boolean | null {
  if (value === null) return null
  return direction === 'at-least' ? value >= aim : value <= aim
}

/** How far a value is from what was aimed at, negative where it falls short: for telling the worst first. */
export function distanceTo(value: number, { direction, value: aim }: KpiTarget): number {
  return direction === 'at-least' ? value - aim : aim - value
}

function keptOf({ timed = 0, late = 0 }: Measures): number | null {
  return percent(timed - late, timed)
}

function percent(part: number, all: number): number | null {
  return all > 0 ? (part / all) * 100 : null
}

const spentMs = ({ officeMs = 0, applicantMs = 0, outsideMs = 0 }: Measures) => officeMs + applicantMs + outsideMs
