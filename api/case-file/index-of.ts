import { loadRegions } from '../../catalogue/regions.ts'
import type { Clock } from '../../contracts/clock.ts'
import type { IndexPage, Paper } from '../../documents/case-file/index-page.ts'
import { dateTime } from '../../documents/format-value.ts'
import type { AuditRecord } from '../../models/audit.ts'
import type { MessageRecord } from '../../models/case/message.ts'
import { actorWords } from '../case/clocks.ts'
import { clockName } from '../case/sentences.ts'
import { presentTimelineEntry } from '../case/timeline.ts'
import type { CaseWords } from '../case/words.ts'
import { answerFacts } from './answer-facts.ts'
import { pathOfDocument, pathOfFile } from './papers.ts'
import type { WholeCase } from './read.ts'

export type About = Pick<IndexPage, 'regency' | 'office' | 'purpose' | 'madeBy' | 'sample' | 'sealed'> & {
  at: Date
  timeZone: string
  words: CaseWords
  clocks: Clock[]
}

/** The readable page of a case file, in Indonesian. */
export async function indexOf(whole: WholeCase, about: About): Promise<IndexPage> {
  const { application, names } = whole
  const { timeZone, words, at, clocks, regency, office, purpose, madeBy, sample, sealed } = about
  const when = (instant: Date | string) => dateTime(new Date(instant).toISOString(), 'id', timeZone)
  const regions = await loadRegions()
  const { applicant, number, state, answers } = application
  const fileName = (id: string) => whole.files.find(({ _id }) => _id === id)?.name ?? id
  const around = { words, acts: whole.acts, names, language: 'id', inside: true } as const
  const last = whole.lines.at(-1)
  return {
    ...{ regency, office, number, purpose, madeBy, sample, sealed },
    service: `${words.definition.name.id} (versi ${application.serviceVersion})`,
    madeAt: when(at),
    head: { seq: last?.seq ?? 0, hash: last?.hash ?? '' },
    facts: present([
      ['Nomor', number],
      ['Diterima', when(application.acceptedAt)],
      ['Keadaan', endings[state.outcome ?? 'open']],
      ['Jatuh tempo', application.dueAt && when(application.dueAt)],
      ['Ditutup', application.closedAt && when(application.closedAt)],
      ['Diajukan oleh', names.get(application.filedBy)],
      ['Keberatan atas', application.about?.number],
    ]),
    applicant: present([
      ['Nama', applicant.name],
      ['NIK', applicant.nik],
      ['Telepon', applicant.phone],
      ['Surel', applicant.email],
      ['Desa/kelurahan', applicant.village && regions.nameOf(applicant.village)],
    ]),
    answers: answerFacts(words.definition, answers ?? {}, { regions, timeZone, fileName }),
    clocks: clocks.map((clock) => clockRow(clock, words, when)),
    timeline: whole.lines.map((line) => {
      const { seq, at: told, text, actor, note, deficiencies, hash } = presentTimelineEntry(line, around)
      const notes = [note, ...deficiencies.map(({ message }) => message)].filter(Boolean)
      return { seq, at: when(told), who: actor.name, text, note: notes.join('\n') || null, hash }
    }),
    documents: whole.documents.map((document) => ({
      name: document.title.id,
      note: [`Nomor ${document.number}`, document.issuedAt && when(document.issuedAt), document.signature?.by]
        .filter(Boolean)
        .join(' · '),
      file: pathOfDocument(document, whole),
    })),
    attachments: whole.files.map((file): Paper => {
      const code = application.attachments.find((each) => each.file === file._id)?.code
      const asked = words.definition.requiredDocuments.find((each) => each.code === code)?.name.id
      return { name: file.name, note: asked ?? 'Berkas lain dari perkara ini', file: pathOfFile(file, whole) }
    }),
    messages: whole.messages.map((message) => ({
      at: when(message.queuedAt),
      to: recipient(message, whole, words),
      subject: message.subject,
      text: message.text,
      standing: message.sentAt ? `terkirim ${when(message.sentAt)}` : standings[message.status],
    })),
    looks: whole.looks.map((look) => ({
      at: when(look.at),
      who: names.get(look.by) ?? actorWords.officer.id,
      what: seen(look, whole),
      purpose: look.purpose,
    })),
  }
}

const endings = {
  open: 'Belum selesai',
  approved: 'Disetujui',
  rejected: 'Ditolak',
  withdrawn: 'Dicabut',
  'deemed-approved': 'Dianggap dikabulkan',
  lapsed: 'Ditutup karena batas waktu pemohon habis',
  merged: 'Digabungkan',
} as const

const standings = { queued: 'menunggu dikirim', sent: 'terkirim', failed: 'tidak terkirim' } as const

function present(facts: [name: string, value: string | null | undefined][]) {
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}

function clockRow(clock: Clock, words: CaseWords, when: (instant: string) => string): IndexPage['clocks'][number] {
  const unit = clock.unit === 'working-days' ? 'hari kerja' : 'menit kerja'
  const end = clock.stoppedAt
    ? `berhenti ${when(clock.stoppedAt)}`
    : clock.dueAt
      ? `sampai ${when(clock.dueAt)}`
      : 'dijeda'
  return {
    name: clockName(clock.id, words).id,
    budget: `${clock.amount} ${unit}`,
    span: `mulai ${when(clock.startedAt)}, ${end}; ${clock.spentPercent.toLocaleString('id-ID')}% terpakai`,
    pauses: clock.pauses.map(
      ({ from, until, by, basis }) =>
        `${when(from)} – ${until ? when(until) : 'masih'} oleh ${by} (${words.basis(basis)})`,
    ),
  }
}

function recipient({ way, to, desk }: MessageRecord, { names, application }: WholeCase, words: CaseWords): string {
  if (way === 'print') return `${application.applicant.name} (tercetak)`
  if (way === 'email') return to
  if (!desk) return names.get(to) ?? actorWords.citizen.id
  const office = desk.village
    ? words.office({ role: 'village-head', village: 'of-application' })
    : words.office({ role: 'verifier', agency: desk.agency ?? '' })
  return office || actorWords.officer.id
}

function seen({ act, subject }: AuditRecord, { files, documents }: WholeCase): string {
  if (act === 'unmask') return 'Nomor yang disamarkan'
  if (act === 'export') return 'Berkas perkara seluruhnya, diunduh'
  const document = documents.find(({ _id }) => _id === subject.id)
  const file = files.find(({ _id }) => _id === subject.id)
  return document ? `${document.title.id} ${document.number}` : `Lampiran ${file?.name ?? subject.id}`
}
