import { type Dimension, dimensions, fieldsOf } from '../../../domain/oversight/dimensions.ts'
import { type Standing, standings } from '../../../domain/oversight/standing.ts'

/** The part of the figures that the address chooses; `officer` `nobody` is what no officer has taken up. */
export type ChosenSlice = Partial<Record<Dimension, string>>
export type Chosen = { by: Dimension; slice: ChosenSlice; state?: Standing; period: Period }

/** Periods one can look back over, as the API asks for them. */
export const periods = {
  '4w': { grain: 'week', last: 4 },
  '13w': { grain: 'week', last: 13 },
  '12m': { grain: 'month', last: 12 },
  '24m': { grain: 'month', last: 24 },
} as const
export type Period = keyof typeof periods
export const periodNames = Object.keys(periods) as Period[]

/** Reads an address's parameters; what it does not know it leaves out. */
export function readChosen(params: URLSearchParams): Chosen {
  const by = dimensions.find((each) => each === params.get('by')) ?? 'office'
  const state = standings.find((each) => each === params.get('state'))
  const slice: ChosenSlice = {}
  for (const name of dimensions) {
    const value = params.get(name)
    if (value) slice[name] = value
  }
  const period = periodNames.find((each) => each === params.get('period')) ?? '13w'
  return { by, slice, period, ...(state ? { state } : {}) }
}

/** `/oversight?by=service&office=dpmptsp`, `/oversight/tasks?office=dpmptsp&state=breached`. */
export function addressOf(chosen: Partial<Chosen>, behind?: string): string {
  const { by, slice = {}, state, period } = chosen
  const params = new URLSearchParams({
    ...(by ? { by } : {}),
    ...slice,
    ...(state ? { state } : {}),
    ...(period ? { period } : {}),
  })
  const text = params.toString()
  return `/oversight${behind ? `/${behind}` : ''}${text ? `?${text}` : ''}`
}

type Group = Record<Dimension, string | null>

/** The part that a row of a table stands for, within the part that is already chosen. */
export function sliceOfRow(slice: ChosenSlice, by: Dimension, row: Group): ChosenSlice {
  const own = fieldsOf[by].flatMap((name) => {
    const value = row[name] ?? (name === 'officer' ? 'nobody' : null)
    return value === null ? [] : [[name, value] as const]
  })
  return { ...slice, ...Object.fromEntries(own) }
}

/** What a row is taken apart by next: an office by its services, a step by its officers. */
export function nextDimension(by: Dimension): Dimension | null {
  return dimensions[dimensions.indexOf(by) + 1] ?? null
}
