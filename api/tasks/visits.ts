import { randomUUID } from 'node:crypto'
import type { ArriveAtVisit, ScheduleVisit } from '../../contracts/tasks.ts'
import { arriveAtVisit, departForVisit, scheduleVisit } from '../../domain/case/acts.ts'
import { isWorkingTime } from '../../domain/working-time/index.ts'
import type { ArrivalContent, VisitContent } from '../../models/case/acts.ts'
import { findAct, keepAct } from '../../models/case/keep-act.ts'
import { calendarOf } from '../../models/catalogue/catalogue.ts'
import * as messages from '../../workflows/messages.ts'
import { asOf } from '../case/present-row.ts'
import { sameAct } from '../case/same-act.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { invalidField } from '../errors/problems.ts'
import { digestOf } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'
import { type Acting, updateId } from './desk-acts.ts'

/** Sets the appointment, or another one; the applicant is told. Throws 409, 422 naming the field, or 503. */
export async function schedule(
  { engine }: CaseServices,
  { task, application, person, key }: Acting,
  { at, note }: ScheduleVisit,
): Promise<void> {
  const appointment = Date.parse(at)
  const content: VisitContent = { note: note || null }
  const { service, serviceVersion, number, state } = application
  const act = await kept(
    'visit',
    { application: application._id, person, key, content, said: appointment },
    async () => {
      const flow = await engine.flow(service, serviceVersion)
      const sketch = { task: task.task, officer: person.account, visitId: '', digest: '', appointment, at: Date.now() }
      scheduleVisit({ flow, number }, state, sketch)
      if (appointment <= asOf(application)) throw invalidField('at', 'past', isPast)
      const calendar = task.clock ? await calendarOf(task.clock.rule.calendar) : null
      if (calendar && !isWorkingTime(calendar, appointment)) throw invalidField('at', 'outside-hours', outsideHours)
    },
  )
  if (state.heard.includes(act._id)) return
  const said = { task: task.task, officer: person.account, visitId: act._id, digest: act.digest, appointment }
  await sayKept(engine, application, messages.scheduleVisit, { act: said, updateId: act._id })
}

/** The officer is on the way. Throws 409 or 503. */
export async function depart({ engine }: CaseServices, { task, application, person, key }: Acting): Promise<void> {
  const act = { task: task.task, officer: person.account }
  departForVisit(application.state, { ...act, at: Date.now() })
  await sayKept(engine, application, messages.departForVisit, { act, updateId: updateId('depart', person, key) })
}

/** The officer is there; where that is, is kept beside the case. Throws 409 or 503. */
export async function arrive(
  { engine }: CaseServices,
  { task, application, person, key }: Acting,
  { position }: ArriveAtVisit,
): Promise<void> {
  const content: ArrivalContent = position ?? { latitude: null, longitude: null, accuracy: null }
  const act = await kept(
    'arrival',
    { application: application._id, person, key, content, said: task.task },
    async () => {
      const sketch = { task: task.task, officer: person.account, arrivalId: '', digest: '', at: Date.now() }
      arriveAtVisit(application.state, sketch)
    },
  )
  if (application.state.heard.includes(act._id)) return
  const said = { task: task.task, officer: person.account, arrivalId: act._id, digest: act.digest }
  await sayKept(engine, application, messages.arriveAtVisit, { act: said, updateId: act._id })
}

type Kept<Content> = { application: string; person: SignedIn; key: string; content: Content; said: unknown }

/** Kept before it is told; the same key is the same act. `check` runs for a new one only. */
async function kept(
  kind: 'visit' | 'arrival',
  { application, person, key, content, said }: Kept<VisitContent> | Kept<ArrivalContent>,
  check: () => Promise<void>,
) {
  const asked = { kind, application, digest: digestOf({ content, said }) }
  const known = await findAct(person.account, key)
  if (known) return sameAct(known, asked)
  await check()
  const act = { ...asked, _id: randomUUID(), by: person.account, key, at: new Date() }
  return sameAct(
    await keepAct(
      kind === 'visit'
        ? { ...act, kind, content: content as VisitContent }
        : { ...act, kind, content: content as ArrivalContent },
    ),
    asked,
  )
}

const isPast = { id: 'Jadwal kunjungan sudah lewat.', en: 'The appointment lies in the past.' }
const outsideHours = {
  id: 'Jadwal kunjungan harus pada hari dan jam kerja.',
  en: 'The appointment must be within working hours.',
}
