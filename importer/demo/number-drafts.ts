import type { Pack } from '../../catalogue/pack/pack.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { flatStepsOf } from '../../catalogue/steps-of.ts'
import { dateParts } from '../../domain/indonesian-time.ts'
import { formatNumber, type Numbering, seriesKey } from '../../domain/numbering.ts'
import type { Track } from '../../domain/service.ts'
import type { ImportRowInput } from '../rows/row.ts'
import type { DemoCases } from './demo-cases.ts'
import type { Draft } from './make-row.ts'
import type { Chance } from './random.ts'

/** Rows whose documents are numbered in the order they were issued in, as an office's register would be: without gaps. */
export function numberDrafts(drafts: Draft[], pack: Pack, demo: DemoCases, chance: Chance): ImportRowInput[] {
  const last = new Map<string, number>()
  const next = (series: string) => {
    const sequence = (last.get(series) ?? 0) + 1
    last.set(series, sequence)
    return sequence
  }
  const numbers = new Map<Draft, string>()
  const issued = drafts.filter(({ issued }) => issued !== null)
  for (const draft of issued.toSorted((a, b) => (a.issued?.at ?? 0) - (b.issued?.at ?? 0))) {
    const text = numberOf(draft, pack, demo, next)
    if (text) numbers.set(draft, text)
  }
  return drafts.map((draft) => {
    const number = numbers.get(draft)
    if (!number) return draft.row
    const scan = chance.happens(demo.scanned) || draft.row.applicant.account ? { file: demo.files.archive } : {}
    return { ...draft.row, document: { number, ...scan } }
  })
}

function numberOf(
  { row, definition, issued }: Draft,
  pack: Pack,
  demo: DemoCases,
  next: (series: string) => number,
): string | null {
  if (!issued) return null
  const numbering = numberingOf(definition, issued.track, demo)
  if (!numbering) return null
  const agency = pack.agencies.find(({ code }) => code === definition.agency)?.short ?? pack.villages.short
  const day = dateParts(issued.at, pack.regency.utcOffsetMinutes)
  const { village } = row.applicant
  const context = { ...day, agency, service: definition.code, ...(village ? { village } : {}) }
  return formatNumber(numbering.pattern, { ...context, sequence: next(seriesKey(numbering, context)) })
}

/** Of what the track's step issues, or of what the owner's system does. */
function numberingOf(definition: ServiceDefinition, track: Track, demo: DemoCases): Numbering | null {
  const steps = flatStepsOf(definition, track)
  const issuing = steps.find((step) => step.kind === 'sign' || step.kind === 'issue')
  const document = definition.documents.find(
    ({ code }) => issuing && 'document' in issuing && code === issuing.document,
  )
  if (document && 'numbering' in document) return document.numbering
  const pattern = demo.services[definition.code]?.externalNumber
  return pattern && track === 'main' ? { pattern, series: `demo/${definition.code}`, reset: 'yearly' } : null
}
