import { type ClockRule, type Flow, type HumanStep, isHuman, type Track } from '../../domain/service.ts'
import type { DemoService } from './demo-cases.ts'
import type { Chance } from './random.ts'

/** An act of the story, so many working minutes after the one before. */
export type Beat = { wait: number; track: Track } & (
  | { act: 'approve' | 'reject' | 'sign' | 'acknowledge' | 'return' | 'claim'; step: HumanStep }
  | { act: 'correct' | 'withdraw' }
)

export type Scenario = {
  outcome: 'approved' | 'rejected' | 'withdrawn' | 'deemed' | null
  beats: Beat[]
  /** Working minutes the case has waited since the last beat; null for a closed case. */
  waiting: number | null
  /** Beats before the term runs out and silence approves; those after it belong to supervision. */
  deemedAfter: number | null
}

/** What a working day is to somebody planning one; the calendar's days are what counts in the end. */
export const dayMinutes = 450

export function minutesOf({ budget }: ClockRule): number {
  return budget.unit === 'working-days' ? budget.amount * dayMinutes : budget.amount
}

/** How much of its budget a desk takes: mostly in time, now and then late. */
function share(chance: Chance): number {
  const kind = chance.next()
  if (kind < 0.8) return 0.05 + chance.next() * 0.75
  return kind < 0.93 ? 0.8 + chance.next() * 0.3 : 1.1 + chance.next() * 0.7
}

export function closedScenario(flow: Flow, { outcomes }: DemoService, chance: Chance): Scenario {
  const outcome = chance.weighted(outcomes)
  const steps = flow.tracks.main.filter(isHuman)
  switch (outcome) {
    case 'approved':
      return { outcome, beats: within(flow, walk(steps, chance)), waiting: null, deemedAfter: null }
    case 'rejected': {
      const refusing = steps.filter(({ decisions }) => decisions.includes('reject'))
      const last = chance.one(refusing)
      const before = walk(steps.slice(0, steps.indexOf(last)), chance)
      const letter = flow.tracks.rejection.filter(isHuman)
      return {
        outcome,
        beats: within(flow, [
          ...before,
          decide(last, 'reject', chance),
          ...letter.map((step) => decide(step, step.kind === 'sign' ? 'sign' : 'approve', chance, 'rejection')),
        ]),
        waiting: null,
        deemedAfter: null,
      }
    }
    case 'withdrawn': {
      const before = walk(steps.slice(0, chance.between(0, Math.min(1, steps.length - 1))), chance)
      return {
        outcome,
        beats: [...within(flow, before), { act: 'withdraw', wait: chance.between(10, 300), track: 'main' }],
        waiting: null,
        deemedAfter: null,
      }
    }
    case 'deemed': {
      const scenario = deemedScenario(flow, chance)
      const after = flow.tracks.deemed.filter(isHuman).map((step) => decide(step, 'acknowledge', chance, 'deemed'))
      return { ...scenario, beats: [...scenario.beats, ...after], waiting: null }
    }
  }
}

/** @param stage step the case waits at, on whatever track, or `returned` */
export function runningScenario(flow: Flow, stage: string, chance: Chance): Scenario {
  const steps = flow.tracks.main.filter(isHuman)
  if (stage === 'returned') {
    const returning = chance.one(steps.filter(({ decisions }) => decisions.includes('return')))
    const before = walk(steps.slice(0, steps.indexOf(returning)), chance)
    const beats = within(flow, [...before, decide(returning, 'return', chance)])
    return { outcome: null, beats, waiting: chance.between(20, 1_500), deemedAfter: null }
  }
  const main = steps.findIndex(({ code }) => code === stage)
  if (main >= 0) {
    const beats = within(flow, walk(steps.slice(0, main), chance))
    return { outcome: null, beats, waiting: waitingAt(flow, steps[main], beats, chance), deemedAfter: null }
  }
  const letter = flow.tracks.rejection.filter(isHuman)
  const refused = letter.find(({ code }) => code === stage)
  if (refused) {
    const last = chance.one(steps.filter(({ decisions }) => decisions.includes('reject')))
    const before = walk(steps.slice(0, steps.indexOf(last)), chance)
    const beats = within(flow, [...before, decide(last, 'reject', chance)])
    return { outcome: null, beats, waiting: waitingAt(flow, refused, beats, chance), deemedAfter: null }
  }
  const supervising = flow.tracks.deemed.filter(isHuman).some(({ code }) => code === stage)
  if (!supervising) throw new RangeError(`${flow.service} has no step ${stage}`)
  return { ...deemedScenario(flow, chance), waiting: chance.between(30, 3_000) }
}

/** Complete, and then nobody decided. */
function deemedScenario(flow: Flow, chance: Chance): Scenario {
  const steps = flow.tracks.main.filter(isHuman)
  const receipt = steps.findIndex((step) => step.kind === 'review' && step.completesReceipt)
  const beats = walk(steps.slice(0, receipt + 1 + chance.between(0, 1)), chance, 0)
  return { outcome: 'deemed', beats: within(flow, beats), waiting: null, deemedAfter: beats.length }
}

function walk(steps: HumanStep[], chance: Chance, returns = 0.16): Beat[] {
  return steps.flatMap((step) => {
    const done = decide(step, step.kind === 'sign' ? 'sign' : 'approve', chance)
    if (!step.decisions.includes('return') || !chance.happens(returns / steps.length)) return [done]
    return [
      decide(step, 'return', chance),
      { act: 'correct', wait: chance.between(30, 1_200), track: 'main' } satisfies Beat,
      done,
    ]
  })
}

function decide(
  step: HumanStep,
  act: 'approve' | 'reject' | 'sign' | 'acknowledge' | 'return',
  chance: Chance,
  track: Track = 'main',
): Beat {
  return { act, step, track, wait: Math.max(1, Math.round(minutesOf(step.clock) * share(chance))) }
}

/** Of a term that approves by silence, at most this much is spent by those who do decide: days of Ramadan are shorter. */
const mostOfTerm = 0.8

/** Where silence approves, what people did was done before: waits are shortened until it was. */
function within(flow: Flow, beats: Beat[]): Beat[] {
  const { term } = flow
  const deems = term?.rungs.some(({ actions }) => actions.some(({ kind }) => kind === 'deem'))
  if (!term || !deems) return beats
  const most = minutesOf(term) * mostOfTerm
  const spent = spentOfTerm(beats)
  if (spent <= most) return beats
  const factor = most / spent
  const from = receiptOf(beats) + 1
  return beats.map((beat, index) =>
    index < from ? beat : { ...beat, wait: Math.max(1, Math.floor(beat.wait * factor)) },
  )
}

function receiptOf(beats: Beat[]): number {
  return beats.findIndex((beat) => beat.act === 'approve' && beat.step.kind === 'review' && beat.step.completesReceipt)
}

function spentOfTerm(beats: Beat[]): number {
  const receipt = receiptOf(beats)
  return receipt < 0 ? 0 : beats.slice(receipt + 1).reduce((sum, { wait }) => sum + wait, 0)
}

/** Just come, half spent, nearly spent, or late; never so late that silence has approved. */
function waitingAt(flow: Flow, step: HumanStep | undefined, beats: Beat[], chance: Chance): number {
  if (!step) return 0
  const kinds = [0.05, 0.3, 0.48, 0.55, 0.78, 0.84, 0.97, 1.15, 1.7]
  // The day of receipt does not count in working days.
  const uncounted = step.clock.budget.unit === 'working-days' ? chance.between(60, dayMinutes) : 0
  const wanted = uncounted + Math.round(minutesOf(step.clock) * chance.one(kinds))
  const { term } = flow
  if (!term || receiptOf(beats) < 0) return Math.max(1, wanted)
  const left = minutesOf(term) * mostOfTerm - spentOfTerm(beats)
  return Math.max(1, Math.min(wanted, Math.floor(left)))
}
