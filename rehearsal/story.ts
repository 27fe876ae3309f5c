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

export type Language = 'id' | 'en'

/** What a rehearsal tells; instants in ISO 8601, `when` as Indonesians write them. */
export type Story = {
  service: { code: string; version: number; name: string }
  filedAt: string
  /** null: it rests for ever, on whom `restsOn` says. */
  outcome: Outcome | null
  restsOn: string | null
  closedAt: string | null
  lines: {
    seq: number
    at: string
    when: string
    by: TimelineEvent['by']['kind']
    who: string
    text: string
    dueAt: string | null
    due: string | null
  }[]
  told: { seq: number; at: string; when: string; to: string; subject: string }[]
  signed: { title: string; number: string; by: string; at: string; when: string }[]
  clocks: {
    id: string
    name: string
    unit: 'working-days' | 'working-minutes'
    amount: number
    /** Of the budget, in its unit. */
    spent: number
    dueAt: string | null
    due: string | null
    breached: boolean
    pauses: { from: string; until: string | null }[]
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

/** A case that was played, as its timeline tells it; what was written to people stays in the words they got. */
export async function storyOf(application: ApplicationRecord, language: Language = 'id'): Promise<Story> {
  const [words, facts, lines] = await Promise.all([wordBook()(application), regencyFacts(), readLines(application._id)])
  const when = (at: number) => longDateTime(at, facts.utcOffsetMinutes)
  const messages = await Message.find({ application: application._id }).sort({ seq: 1, way: 1 }).lean()
  const documents = await IssuedDocument.find({ application: application._id, issuedAt: { $ne: null } }).lean()
  const atOf = new Map(lines.map(({ seq, at }) => [seq, at]))
  const { state, closedAt } = application
  const last = lines.at(-1)?.at ?? application.acceptedAt.getTime()
  const said = spoken[language]
  const moment = (at: number) => ({ at: new Date(at).toISOString(), when: when(at) })
  const dueFields = (at: number | null) => ({
    dueAt: at === null ? null : new Date(at).toISOString(),
    due: at === null ? null : when(at),
  })
  return {
    service: { code: application.service, version: application.serviceVersion, name: words.definition.name[language] },
    filedAt: application.acceptedAt.toISOString(),
    outcome: state.outcome,
    restsOn: closedAt ? null : restsOn(application, words, language),
    closedAt: closedAt?.toISOString() ?? null,
    lines: lines
      .filter((line) => !unsaid.includes(line.type) || startsTerm(line))
      .map((line) => ({
        seq: line.seq,
        at: new Date(line.at).toISOString(),
        when: when(line.at),
        by: line.by.kind,
        who: actorWords[line.by.kind][language],
        text: sentenceOf(line, words)[language],
        ...dueFields(dueIn(line)),
      })),
    told: messages.map(({ seq, to, desk, way, subject }) => ({
      seq,
      ...moment(atOf.get(seq) ?? last),
      to: desk ? officeName(desk, words, language) : way === 'email' ? `${said.applicant} (${to})` : said.applicant,
      subject,
    })),
    signed: documents.map(({ title, number, signature, issuedAt }) => ({
      title: title[language],
      number,
      by: signature?.by ?? said.issuer,
      ...moment(issuedAt?.getTime() ?? last),
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
      id,
      name: clockName(id, words)[language],
      ...rule.budget,
      spent: Math.round(used * 100) / 100,
      ...dueFields(dueAt),
      breached: used > rule.budget.amount,
      pauses: pauses.map(({ from, until }) => ({
        from: new Date(from).toISOString(),
        until: until ? new Date(until).toISOString() : null,
      })),
    }
  }
}

type CaseWords = Awaited<ReturnType<ReturnType<typeof wordBook>>>

const startsTerm = (line: TimelineEvent) => line.type === 'clock-started' && line.data.clock.id === termClock

/** Until when the whole application is due from this line on, UTC epoch ms. */
function dueIn(line: TimelineEvent): number | null {
  if (!('clock' in line.data) || typeof line.data.clock === 'string' || line.data.clock?.id !== termClock) return null
  return 'instants' in line.data ? (line.data.instants?.dueAt ?? null) : null
}

function termTold({ state }: ApplicationRecord, when: (at: number) => string): Story['term'] {
  const term = termOf(state)
  return term && { dueAt: new Date(term.dueAt).toISOString(), due: when(term.dueAt), met: term.met }
}

function restsOn(application: ApplicationRecord, words: CaseWords, language: Language): string {
  const { who, step } = presentWaitingOn(application, words)
  return step ? `${who[language]}: ${step[language]}` : who[language]
}

function officeName(
  desk: { role: string; agency: string | null; village: string | null },
  words: CaseWords,
  language: Language,
): string {
  const office = desk.agency
    ? words.office({ role: 'verifier', agency: desk.agency })
    : words.office({ role: 'village-head', village: 'of-application' })
  return `${roleNames[language][desk.role] ?? desk.role}, ${office}`
}

const spoken = {
  id: { applicant: 'pemohon', issuer: 'instansi penerbit' },
  en: { applicant: 'applicant', issuer: 'the issuing agency' },
} as const

const roleNames: Record<Language, Record<string, string>> = {
  id: {
    counter: 'petugas loket',
    verifier: 'verifikator',
    technical: 'tim teknis',
    'section-head': 'kepala bidang',
    signer: 'kepala dinas',
    supervisor: 'pengawas',
    'village-operator': 'operator desa',
    'village-head': 'kepala desa',
  },
  en: {
    counter: 'counter officer',
    verifier: 'verifier',
    technical: 'technical team',
    'section-head': 'section head',
    signer: 'head of the agency',
    supervisor: 'supervisor',
    'village-operator': 'village operator',
    'village-head': 'village head',
  },
}
