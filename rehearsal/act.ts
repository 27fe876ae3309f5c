import { randomUUID } from 'node:crypto'
import { askedForm } from '../catalogue/compile/asked-form.ts'
import { digestOf } from '../catalogue/digest.ts'
import { loadRegions } from '../catalogue/regions.ts'
import type { ServiceDefinition } from '../catalogue/service-schema.ts'
import { flatStepsOf } from '../catalogue/steps-of.ts'
import { asksForSignature } from '../domain/case/acts.ts'
import type { TaskState } from '../domain/case/state.ts'
import { say } from '../engine/say.ts'
import type { AnyAct, DecisionContent } from '../models/case/acts.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import { keepAct, type NewAct } from '../models/case/keep-act.ts'
import { regencyFacts } from '../models/catalogue/catalogue.ts'
import * as messages from '../workflows/messages.ts'
import { answerCall, payBill } from './act-outside.ts'
import type { Planned } from './plan.ts'
import { sampleAnswers } from './sample-answers.ts'
import type { Stage } from './stage.ts'

const applicant = { kind: 'citizen', id: 'pemohon' } as const

/** Does what was planned as a person would: what they say is kept first, then told to the case. */
export async function carryOut(
  stage: Stage,
  application: ApplicationRecord,
  act: Planned,
  definition: ServiceDefinition,
): Promise<void> {
  switch (act.kind) {
    case 'decide':
      return decide(stage, application, act, definition)
    case 'correct': {
      const { answers, attachments } = application
      const said = await keep(application, act, 'correction', applicant.id, {
        answers,
        attachments,
        note: 'Sudah diperbaiki.',
      })
      const told = { correctionId: said._id, digest: said.digest, by: applicant }
      await say(stage.engine, application, messages.correctApplication, { act: told, updateId: said._id })
      return
    }
    case 'withdraw': {
      const said = await keep(application, act, 'withdrawal', applicant.id, { reason: 'Tidak jadi.' })
      const told = { withdrawalId: said._id, by: applicant }
      await say(stage.engine, application, messages.withdrawApplication, { act: told, updateId: said._id })
      return
    }
    case 'pay':
      return payBill(stage, act.bill, act.at)
    case 'answer':
      return answerCall(stage, application, act.call, act.at)
  }
}

async function decide(
  stage: Stage,
  application: ApplicationRecord,
  act: Extract<Planned, { kind: 'decide' }>,
  definition: ServiceDefinition,
): Promise<void> {
  const { engine, desk, passphrase } = stage
  const { officer, decision } = act
  const task = application.state.tasks[act.task]
  const step = task && flatStepsOf(definition, task.track).find(({ code }) => code === task.step)
  if (!task || !step) throw new RangeError(`task ${act.task} is at no step of the service`)
  if (task.visit && decision !== 'return') await visit(stage, application, act)
  const external = definition.documents.find(({ kind }) => kind === 'external')
  const brings = step.kind === 'review' && step.brings && decision === 'approve' && external ? external : null
  const content: DecisionContent = {
    task: act.task,
    decision,
    note: null,
    deficiencies: decision === 'return' ? [{ target: 'other', name: 'gladi', message: 'Lengkapi berkas ini.' }] : [],
    data: brings ? { number: 'GLADI/0001', file: 'berkas-gladi' } : null,
    ...(await findings(step, task, application)),
  }
  const said = await keep(application, act, 'decision', officer, content)
  const decided = { task: act.task, officer, decision, decisionId: said._id, digest: said.digest }
  const told = { ...decided, ...(brings ? { brings: { code: brings.code } } : {}) }
  if (!asksForSignature(step, decision)) {
    await say(engine, application, messages.decideTask, { act: told, updateId: said._id })
    return
  }
  await stage.enrol(officer, `Pejabat ${officer}`)
  const signing = { queue: desk.queue, request: desk.leave(passphrase) }
  await say(engine, application, messages.decideTask, { act: { ...told, signing }, updateId: said._id, signing: true })
}

/** Appointment, way and arrival, all at once: what a rehearsal shows of a visit is its report. */
async function visit({ engine }: Stage, application: ApplicationRecord, act: Extract<Planned, { kind: 'decide' }>) {
  const { task, officer } = act
  const set = await keep(application, act, 'visit', officer, { note: null })
  const appointment = act.at + 60_000
  const scheduled = { task, officer, visitId: set._id, digest: set.digest, appointment }
  await say(engine, application, messages.scheduleVisit, { act: scheduled, updateId: set._id })
  await say(engine, application, messages.departForVisit, { act: { task, officer }, updateId: randomUUID() })
  const there = await keep(application, act, 'arrival', officer, { latitude: null, longitude: null, accuracy: null })
  const arrived = { task, officer, arrivalId: there._id, digest: there.digest }
  await say(engine, application, messages.arriveAtVisit, { act: arrived, updateId: there._id })
}

/** What a step asks of the officer: a sample of each answer, and as many photos as it wants. */
async function findings(
  step: ReturnType<typeof flatStepsOf>[number],
  { seat }: TaskState,
  { acceptedAt }: ApplicationRecord,
): Promise<Pick<DecisionContent, 'answers' | 'photos'>> {
  const form = askedForm(step, seat)
  const facts = await regencyFacts()
  const around = { regions: await loadRegions(), regency: facts.region, at: acceptedAt.getTime(), given: {} }
  return {
    ...(form ? { answers: sampleAnswers(form, around) } : {}),
    ...(step.kind === 'inspect' ? { photos: Array.from({ length: step.photos.min }, () => 'berkas-gladi') } : {}),
  }
}

function keep<Kind extends AnyAct['kind']>(
  { _id: application }: ApplicationRecord,
  { at }: Planned,
  kind: Kind,
  by: string,
  content: Extract<AnyAct, { kind: Kind }>['content'],
): Promise<AnyAct> {
  const id = randomUUID()
  const act = { _id: id, kind, application, by, key: id, digest: digestOf(content), at: new Date(at), content }
  return keepAct(act as NewAct)
}
