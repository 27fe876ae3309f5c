import type { CaseDeps, PinnedService } from '../../activities/deps.ts'
import { system } from '../../domain/case/events.ts'
import { entryTriggers, type Step } from '../../domain/service.ts'
import { type Calendar, type CompiledCalendar, compileCalendar } from '../../domain/working-time/index.ts'
import { outsideSystems } from '../../integrations/outside/systems.ts'
import { licence } from '../domain/case/fixture.ts'
import { scene } from './calendar.ts'

const text = (id: string) => ({ id, en: id })
const message = (id: string) => ({ subject: text(id), text: text(`${id}: {{service}} {{number}}`) })

type Options = {
  signing: CaseDeps['signing']
  outside?: CaseDeps['outside']
  calendar?: () => Calendar
  /** NIK by officer, for those who have one. */
  niks?: Record<string, string>
}

/** The licence of the domain's tests as a published service: one condition, one letter of each kind, every message. */
export function fixtureDeps({
  signing,
  outside = outsideSystems({}),
  calendar = () => scene().calendar,
  niks = {},
}: Options): Omit<CaseDeps, 'log'> {
  const compiled = new Map<number, CompiledCalendar>()
  const compile = (source: Calendar) => {
    const known = compiled.get(source.version) ?? compileCalendar(source)
    compiled.set(source.version, known)
    return known
  }
  const office = {
    name: 'Dinas Contoh',
    short: 'DC',
    place: 'Contoh',
    head: null,
    letterhead: { above: ['PEMERINTAH CONTOH'], name: 'DINAS CONTOH', address: ['Jalan Contoh 1'] },
  }
  return {
    signing,
    outside,
    file: async () => null,
    publicUrl: 'http://127.0.0.1:3000',
    officer: async (id) => ({
      id,
      name: `Petugas ${id}`,
      position: 'Kepala Dinas Contoh',
      nip: null,
      nik: niks[id] ?? null,
      rank: null,
    }),
    catalogue: {
      calendar: async () => compile(calendar()),
      calendarBy: async (_code, version) => (version > 1 ? { kind: 'officer', id: 'admin' } : system),
      service: async () => pinned,
      current: async () => pinned,
      office: async (code) => ({ ...office, code }),
      villageOffice: async (code) => ({ ...office, code }),
      village: async (code) => ({ code, name: 'Kabat', district: 'Kabat' }),
      regency: async () => ({
        code: 'contoh',
        name: 'Kabupaten Contoh',
        portalName: 'Contoh',
        utcOffsetMinutes: 420,
        timeZone: 'Asia/Jakarta',
        legalNotes: ['Ditandatangani secara elektronik.'],
      }),
      lookups: () => ({ region: () => undefined, choice: () => undefined }),
    },
  }
}

const named = (steps: Step[]) => steps.map((step) => ({ ...step, name: text(step.code) }))

const pinned: PinnedService = {
  definition: {
    code: licence.service,
    name: text('Izin Contoh'),
    agency: 'dpmptsp',
    sources: { 'uu-30-2014': { document: 'UU 30/2014', article: 'Pasal 53' } },
    conditions: {},
    form: [],
    steps: named(licence.tracks.main),
    rejection: named(licence.tracks.rejection),
    deemed: named(licence.tracks.deemed),
    documents: [
      {
        kind: 'approval',
        code: 'izin',
        name: text('Izin Contoh'),
        letter: 'izin',
        numbering: { pattern: '503/{seq:4}/{month:roman}/{year}', series: 'izin', reset: 'yearly' },
        validity: { amount: 5, unit: 'years', source: 'contoh' },
      },
      {
        kind: 'rejection',
        code: 'penolakan',
        name: text('Penolakan'),
        letter: 'penolakan',
        numbering: { pattern: '503/{seq:4}/TOLAK/{year}', series: 'penolakan', reset: 'yearly' },
      },
      {
        kind: 'revocation',
        code: 'pencabutan',
        name: text('Pencabutan'),
        letter: 'pencabutan',
        numbering: { pattern: '503/{seq:4}/CABUT/{year}', series: 'pencabutan', reset: 'yearly' },
      },
    ],
    registers: [
      {
        code: 'izin',
        name: text('Izin'),
        publicFields: ['number'],
        publicAnswers: ['tempat'],
        reminders: [90, 30, 7],
        report: { name: text('Laporan tahunan'), firstAfterMonths: 12, everyMonths: 12, source: 'contoh' },
        revocation: 'pencabutan',
      },
    ],
  } as unknown as PinnedService['definition'],
  letters: Object.fromEntries(
    (['izin', 'penolakan', 'pencabutan'] as const).map((code) => [
      code,
      {
        code,
        kind: { izin: 'approval', penolakan: 'rejection', pencabutan: 'revocation' }[code],
        title: text('SURAT'),
        paper: 'A4',
        opening: { style: 'title', number: '{{document.number}}' },
        blocks: [{ kind: 'paragraph', text: 'Diberikan kepada {{applicant.name}}.' }],
      },
    ]),
  ) as PinnedService['letters'],
  messages: Object.fromEntries([...licence.messages, ...entryTriggers].map((trigger) => [trigger, message(trigger)])),
}
