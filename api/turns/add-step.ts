import type { AddStep } from '../../contracts/turns.ts'
import { addStep as checkStep } from '../../domain/case/acts.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { ClockRule, Flow, ReviewStep } from '../../domain/service.ts'
import { clocksIn } from '../../domain/service.ts'
import { calendarOfClock } from '../../domain/which-calendar.ts'
import { officeCalendarsNow } from '../../models/catalogue/office-calendars.ts'
import { addStep } from '../../workflows/messages.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { addedCode } from '../case/words.ts'
import { invalidField } from '../errors/problems.ts'
import { asksDesks } from './choices.ts'
import { keptTurn, officer, type Turning } from './kept-turn.ts'

/** Puts a review at one more desk into a running case. Throws 409, 422 naming the field, or 503. */
export async function addStepTo({ engine }: CaseServices, turning: Turning<AddStep>): Promise<void> {
  const { application, person, body } = turning
  const { after, title, role, agency, days, reason } = body
  const flow = await engine.flow(application.service, application.serviceVersion)
  const calendar = calendarOfClock('', { agency }, await officeCalendarsNow()) ?? calendarOf(flow)
  const step = reviewAt(flow, application.state, body, calendar)
  const content = { reason, at: after, title, desk: { role, agency }, days }
  const by = officer(person)
  const act = await keptTurn(turning, { kind: 'added-step', action: 'add-step', content }, async () => {
    if (!(await asksDesks()).some((desk) => desk.agency === agency && desk.roles.includes(role))) throw noSuchDesk()
    const sketch = { addId: '', after, step, digest: '', by, at: Date.now() }
    checkStep({ flow, number: application.number }, application.state, sketch)
  })
  if (application.state.heard.includes(act._id)) return
  const said = { addId: act._id, digest: act.digest, after, step, by }
  await sayKept(engine, application, addStep, { act: said, updateId: act._id })
}

/** A review like the service's own: it can be sent on, back to the applicant, and refused where the service refuses. */
function reviewAt(flow: Flow, state: CaseState, { role, agency, days }: AddStep, calendar: string): ReviewStep {
  const refuses = flow.tracks.rejection.length > 0
  return {
    kind: 'review',
    code: addedCode((state.added ?? []).length + 1),
    desk: { role, agency },
    decisions: refuses ? ['approve', 'return', 'reject'] : ['approve', 'return'],
    clock: { budget: { unit: 'working-days', amount: days }, calendar, rungs },
  }
}

const rungs: ClockRule['rungs'] = [
  { percent: 50, actions: [{ kind: 'remind' }] },
  { percent: 80, actions: [{ kind: 'warn', role: 'supervisor' }] },
  { percent: 100, actions: [{ kind: 'escalate', role: 'supervisor' }] },
]

/** Of a regency whose pack was loaded before offices could name one. */
function calendarOf(flow: Flow): string {
  const [first] = clocksIn(flow)
  if (!first) throw new RangeError('a service without a clock names no calendar')
  return first.calendar
}

const noSuchDesk = () =>
  invalidField('role', 'unknown-desk', {
    id: 'Instansi ini tidak mempunyai meja untuk peran itu.',
    en: 'That agency has no desk of that role.',
  })
