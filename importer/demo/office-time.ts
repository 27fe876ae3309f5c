import type { CompiledCalendar } from '../../domain/working-time/index.ts'

const minuteMs = 60_000

/** Walks along the hours in which an office works. */
export type OfficeTime = {
  /** The instant so many working minutes later; where work begins next, for none. */
  after(at: number, minutes: number): number
  /** The instant so many working minutes earlier. */
  before(at: number, minutes: number): number
}

/** Throws RangeError where the calendar ends before the answer. */
export function officeTime(calendar: CompiledCalendar): OfficeTime {
  const spans = calendar.workingDays.flatMap((day) => day.spans)
  const ended = () => new RangeError(`the calendar ${calendar.code} is too short for the demonstration`)
  return {
    after(at, minutes) {
      let left = minutes * minuteMs
      for (let index = firstEndingAfter(spans, at); index < spans.length; index += 1) {
        const span = spans[index]
        if (!span) break
        const from = Math.max(at, span.from)
        if (left < span.to - from) return from + left
        left -= span.to - from
      }
      throw ended()
    },
    before(at, minutes) {
      let left = minutes * minuteMs
      for (let index = lastBeginningBefore(spans, at); index >= 0; index -= 1) {
        const span = spans[index]
        if (!span) break
        const to = Math.min(at, span.to)
        if (left <= to - span.from) return to - left
        left -= to - span.from
      }
      throw ended()
    },
  }
}

type Span = { readonly from: number; readonly to: number }

function firstEndingAfter(spans: readonly Span[], at: number): number {
  return search(spans, ({ to }) => to > at)
}

function lastBeginningBefore(spans: readonly Span[], at: number): number {
  return search(spans, ({ from }) => from >= at) - 1
}

/** Index of the first for which it holds, in a list in which it goes on holding. */
function search(spans: readonly Span[], holds: (span: Span) => boolean): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const span = spans[middle]
    if (span && holds(span)) high = middle
    else low = middle + 1
  }
  return low
}
