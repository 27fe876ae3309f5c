import { readLines } from '../api/applications/timeline.ts'
import { actorWords } from '../api/case/clocks.ts'
import { clockName, sentenceOf } from '../api/case/sentences.ts'
import { presentWaitingOn } from '../api/case/waiting-on.ts'
import { wordBook } from '../api/case/words.ts'
import type { EventType, Outcome, TimelineEvent } from '../domain/case/events.ts'
import { termClock } from '../domain/case/state.ts'
import { termOf } from '../domain/case/term.ts'
import { longDateTime } from '../domain/indonesian-time.ts'
import { spent } from '../domain/working-time/index.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import { IssuedDocument } from '../models/case/document.ts'
import { Message } from '../models/case/message.ts'
import { calendarOf, regencyFacts } from '../models/catalogue/catalogue.ts'

/** What a rehearsal tells; instants in ISO 8601, `when` as Indonesians write them. */
export type Story = {
  service: { code: string; version: number; name: string }
  filedAt: string
  /** null: it rests for ever, on whom `restsOn` says. */
  outcome: Outcome | null
  restsOn: string | null
  closedAt: string | null
  lines: { seq: number; at: string; when: string; who: string; text: string; due: string | null }[]
  told: { seq: number; when: string; to: string; subject: string }[]
  signed: { title: string; number: string; by: string; when: string }[]
  clocks: {
    name: string
    unit: 'working-days' | 'working-minutes'
    amount: number
    /** Of the budget, in its unit. */
    spent: number
    dueAt: string | null
    due: string | null
    breached: boolean
  }[]
  /** When the whole application was, or would have been, due. */
  term: { dueAt: string; due: string; met: boolean } | null
}

/** Lines that only say how the machine works. */
const unsaid: readonly EventType[] = [
  'step-started',
  'step-ended',
  'latch-taken',
  'latch-released',
  'clock-started',
  'clock-stopped',
  'message-queued',
  'document-prepared',
]

/** A case that was played, as its timeline tells it. */
export async function storyOf(application: ApplicationRecord): Promise<Story> {
  const [words, facts, lines] = await Promise.all([wordBook()(application), regencyFacts(), readLines(application._id)])
  const when = (at: number) => longDateTime(at, facts.utcOffsetMinutes)
  const messages = await Message.find({ application: application._id }).sort({ seq: 1, way: 1 }).lean()
  const documents = await IssuedDocument.find({ application: application._id, issuedAt: { $ne: null } }).lean()
  const atOf = new Map(lines.map(({ seq, at }) => [seq, at]))
  const { state, closedAt } = application
  const last = lines.at(-1)?.at ?? application.acceptedAt.getTime()
  return {
    service: { code: application.service, version: application.serviceVersion, name: words.definition.name.id },
    filedAt: application.acceptedAt.toISOString(),
    outcome: state.outcome,
    restsOn: closedAt ? null : restsOn(application, words),
    closedAt: closedAt?.toISOString() ?? null,
    lines: lines
      .filter((line) => !unsaid.includes(line.type) || startsTerm(line))
      .map((line) => ({
        seq: line.seq,
        at: new Date(line.at).toISOString(),
        when: when(line.at),
        who: actorWords[line.by.kind].id,
        text: sentenceOf(line, words).id,
        due: dueIn(line, when),
      })),
    told: messages.map(({ seq, to, desk, way, subject }) => ({
      seq,
      when: when(atOf.get(seq) ?? last),
      to: desk ? officeName(desk, words) : way === 'email' ? `pemohon (${to})` : 'pemohon',
      subject,
    })),
    signed: documents.map(({ title, number, signature, issuedAt }) => ({
      title: title.id,
      number,
      by: signature?.by ?? 'instansi penerbit',
      when: when(issuedAt?.getTime() ?? last),
    })),
    clocks: await Promise.all(Object.values(state.clocks).map((clock) => clockRow(clock, last))),
    term: termTold(application, when),
  }

  async function clockRow(clock: ApplicationRecord['state']['clocks'][string], end: number) {
    const { id, rule, startedAt, pauses, stoppedAt, instants } = clock
    const used = spent(
      await calendarOf(rule.calendar),
      rule.budget,
      startedAt,
      pauses,
      Math.max(startedAt, stoppedAt ?? end),
    )
    const dueAt = instants?.dueAt ?? null
    return {
      name: clockName(id, words).id,
      ...rule.budget,
      spent: Math.round(used * 100) / 100,
      dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
      due: dueAt === null ? null : when(dueAt),
      breached: used > rule.budget.amount,
    }
  }
}

type CaseWords = Awaited<ReturnType<ReturnType<typeof wordBook>>>

const startsTerm = (line: TimelineEvent) => line.type === 'clock-started' && line.data.clock.id === termClock

/** Until when the whole application is due from this line on. */
function dueIn(line: TimelineEvent, when: (at: number) => string): string | null {
  if (!('clock' in line.data) || typeof line.data.clock === 'string' || line.data.clock?.id !== termClock) return null
  const dueAt = 'instants' in line.data ? (line.data.instants?.dueAt ?? null) : null
  return dueAt === null ? null : when(dueAt)
}

function termTold({ state }: ApplicationRecord, when: (at: number) => string): Story['term'] {
  const term = termOf(state)
  return term && { dueAt: new Date(term.dueAt).toISOString(), due: when(term.dueAt), met: term.met }
}

function restsOn(application: ApplicationRecord, words: CaseWords): string {
  const { who, step } = presentWaitingOn(application, words)
  return step ? `${who.id}: ${step.id}` : who.id
}

function officeName(desk: { role: string; agency: string | null; village: string | null }, words: CaseWords): string {
  const office = desk.agency
    ? words.office({ role: 'verifier', agency: desk.agency })
    : words.office({ role: 'village-head', village: 'of-application' })
  return `${roleNames[desk.role] ?? desk.role}, ${office}`
}

const roleNames: Record<string, string> = {
  counter: 'petugas loket',
  verifier: 'verifikator',
  technical: 'tim teknis',
  'section-head': 'kepala bidang',
  signer: 'kepala dinas',
  supervisor: 'pengawas',
  'village-operator': 'operator desa',
  'village-head': 'kepala desa',
}
