import type { Clock } from '../../../contracts/clock.ts'
import type { Tone } from '../theme/palette.ts'

/** 37.5 working hours in a week of five days (Perpres 21/2023): what a part of a working day is told in. */
const hoursOfWorkingDay = 7.5

/** A span in the unit people count in; `working` tells working time from the hours on the wall. */
export type Span = { days: number; hours: number; minutes: number; working: boolean }

export type TimeLeft =
  | { kind: 'left' | 'late' | 'paused'; span: Span }
  /** Less than a minute of working time, on either side of the end. */
  | { kind: 'now' | 'past' }
  | { kind: 'stopped'; percent: number }

/** Amber begins at the first warning rung after the half. */
const warningFrom = 50

export function toneOf(clock: Clock): Tone {
  if (clock.state === 'stopped') return 'stopped'
  if (clock.state === 'paused') return 'paused'
  if (clock.state === 'breached' || clock.spentPercent >= 100) return 'breached'
  const warned = clock.rungs.some((rung) => rung.reached && rung.percent > warningFrom)
  return warned ? 'warned' : 'calm'
}

/**
 * What is left of a clock as of its `asOf`. On the day it ends, the hours on the wall; before and after, working time of
 * the budget, a part of a working day told in hours of a day of 7.5.
 */
export function timeLeft(clock: Clock, localDay: (instant: string) => string): TimeLeft {
  if (clock.state === 'stopped') return { kind: 'stopped', percent: Math.round(clock.spentPercent) }
  const share = (100 - clock.spentPercent) / 100
  if (clock.state === 'paused') return { kind: 'paused', span: workingSpan(clock, Math.max(share, 0)) }
  if (share <= 0) return shown('late', workingSpan(clock, -share))
  if (clock.unit === 'working-days' && clock.dueAt && localDay(clock.dueAt) === localDay(clock.asOf)) {
    return shown('left', wallSpan(Date.parse(clock.dueAt) - Date.parse(clock.asOf)))
  }
  return shown('left', workingSpan(clock, share))
}

function shown(kind: 'left' | 'late', span: Span): TimeLeft {
  if (span.days + span.hours + span.minutes > 0) return { kind, span }
  return { kind: kind === 'left' ? 'now' : 'past' }
}

function workingSpan(clock: Clock, share: number): Span {
  const amount = clock.amount * share
  if (clock.unit === 'working-minutes') return { ...hoursAndMinutes(Math.round(amount)), working: true }
  const minutes = Math.round(amount * hoursOfWorkingDay * 60)
  const days = Math.floor(minutes / (hoursOfWorkingDay * 60))
  const rest = hoursAndMinutes(minutes - days * hoursOfWorkingDay * 60)
  if (days === 0) return { ...rest, working: true }
  return { days, hours: rest.hours, minutes: 0, working: true }
}

const wallSpan = (ms: number): Span => ({ ...hoursAndMinutes(Math.max(0, Math.floor(ms / 60_000))), working: false })

/** Hours and minutes; from ten hours on, whole hours. Rounded down: nobody is promised time that is not there. */
function hoursAndMinutes(total: number): Omit<Span, 'working'> {
  const hours = Math.floor(total / 60)
  if (hours >= 10) return { days: 0, hours, minutes: 0 }
  return { days: 0, hours, minutes: total % 60 }
}
