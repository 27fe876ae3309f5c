import type { CaseDeps, PinnedService } from '../../activities/deps.ts'
import type { Step } from '../../domain/service.ts'
import { type Calendar, type CompiledCalendar, compileCalendar } from '../../domain/working-time/index.ts'
import { licence } from '../domain/case/fixture.ts'
import { scene } from './calendar.ts'

const text = (id: string) => ({ id, en: id })
const message = (id: string) => ({ subject: text(id), text: text(`${id}: {{service}} {{number}}`) })

type Options = {
  signing: CaseDeps['signing']
  calendar?: () => Calendar
  /** NIK by officer, for those who have one. */
  niks?: Record<string, string>
}

/** The licence of the domain's tests as a published service: one condition, one letter of each kind, every message. */
export function fixtureDeps({ signing, calendar = () => scene().calendar, niks = {} }: Options): Omit<CaseDeps, 'log'> {
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
      service: async () => pinned,
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
    ],
    registers: [{ code: 'izin', name: text('Izin'), publicFields: ['number'], publicAnswers: ['tempat'] }],
  } as unknown as PinnedService['definition'],
  letters: Object.fromEntries(
    (['izin', 'penolakan'] as const).map((code) => [
      code,
      {
        code,
        kind: code === 'izin' ? 'approval' : 'rejection',
        title: text('SURAT'),
        paper: 'A4',
        opening: { style: 'title', number: '{{document.number}}' },
        blocks: [{ kind: 'paragraph', text: 'Diberikan kepada {{applicant.name}}.' }],
      },
    ]),
  ) as PinnedService['letters'],
  messages: Object.fromEntries(licence.messages.map((trigger) => [trigger, message(trigger)])),
}
