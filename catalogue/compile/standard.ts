import { rupiah } from '../../domain/payment/rupiah.ts'
import type { LocalText } from '../schema/common.ts'
import { type WrittenComponent, writtenComponents } from '../schema/standard.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import { durationText, sourceText } from './words.ts'

export type StandardComponent = { code: string; title: LocalText; text: LocalText }

const titles = {
  requirements: { id: 'Persyaratan', en: 'Requirements' },
  procedure: { id: 'Sistem, mekanisme, dan prosedur', en: 'Procedure' },
  term: { id: 'Jangka waktu penyelesaian', en: 'Time to completion' },
  fee: { id: 'Biaya atau tarif', en: 'Fee' },
  product: { id: 'Produk pelayanan', en: 'Product' },
  complaints: { id: 'Penanganan pengaduan, saran, dan masukan', en: 'Complaints and suggestions' },
  'legal-basis': { id: 'Dasar hukum', en: 'Legal basis' },
  facilities: { id: 'Sarana, prasarana, dan fasilitas', en: 'Facilities' },
  competence: { id: 'Kompetensi pelaksana', en: 'Competence of the staff' },
  supervision: { id: 'Pengawasan internal', en: 'Internal supervision' },
  staffing: { id: 'Jumlah pelaksana', en: 'Number of staff' },
  guarantee: { id: 'Jaminan pelayanan', en: 'Guarantee of service' },
  safety: { id: 'Jaminan keamanan dan keselamatan', en: 'Guarantee of safety' },
  evaluation: { id: 'Evaluasi kinerja pelaksana', en: 'Evaluation of performance' },
} as const satisfies Record<string, LocalText>
type ComponentCode = keyof typeof titles

/** The service standard's fourteen components in the order of UU 25/2009 art 21 and Permenpan 15/2014: delivery first, then management. */
export function standardOf(definition: ServiceDefinition): StandardComponent[] {
  const derived: Partial<Record<ComponentCode, LocalText>> = {
    requirements: requirements(definition),
    procedure: procedure(definition),
    term: term(definition),
    fee: fees(definition),
    product: definition.product,
    'legal-basis': legalBasis(definition),
  }
  return (Object.keys(titles) as ComponentCode[]).flatMap((code) => {
    const text = derived[code] ?? (isWritten(code) ? definition.standard[code] : undefined)
    return text ? [{ code, title: titles[code], text }] : []
  })
}

function isWritten(code: string): code is WrittenComponent {
  return writtenComponents.some((component) => component === code)
}

function requirements({ requiredDocuments }: ServiceDefinition): LocalText {
  if (requiredDocuments.length === 0)
    return { id: 'Tidak ada dokumen yang perlu dilampirkan.', en: 'No documents are needed.' }
  const mark = (optional: boolean, when: boolean): LocalText => {
    if (optional) return { id: ' (bila ada)', en: ' (if there is one)' }
    return when ? { id: ' (bila diminta formulir)', en: ' (where the form asks for it)' } : { id: '', en: '' }
  }
  return lines(
    requiredDocuments.map(({ name, optional, when }) => joined(name, mark(optional === true, when !== undefined))),
  )
}

function procedure({ steps }: ServiceDefinition): LocalText {
  return numbered([
    { id: 'Permohonan diajukan dan tanda terima diberikan', en: 'The application is filed and a receipt given' },
    ...steps.map(({ name }) => name),
  ])
}

function term({ term: rule }: ServiceDefinition): LocalText {
  if (!rule) return { id: 'Mengikuti ketentuan instansi penerbit.', en: 'As the issuing office provides.' }
  const from = {
    receipt: { id: ' sejak permohonan diterima', en: ' from receipt' },
    complete: { id: ' sejak berkas dinyatakan lengkap', en: ' from complete receipt' },
  }[rule.startsOn]
  return joined(durationText(rule), from)
}

function fees({ fees: all }: ServiceDefinition): LocalText {
  if (all.every(({ amount }) => amount === 0)) return { id: 'Tidak dipungut biaya.', en: 'Free of charge.' }
  return lines(all.map(({ name, amount }) => joined(name, { id: `: ${rupiah(amount)}`, en: `: ${rupiah(amount)}` })))
}

function legalBasis({ legalBasis: refs, sources }: ServiceDefinition): LocalText {
  return lines(refs.flatMap((ref) => (sources[ref] ? [sourceText(sources[ref])] : [])))
}

function joined(first: LocalText, second: LocalText): LocalText {
  return { id: first.id + second.id, en: first.en + second.en }
}

function lines(texts: LocalText[]): LocalText {
  return { id: texts.map(({ id }) => id).join('\n'), en: texts.map(({ en }) => en).join('\n') }
}

function numbered(texts: LocalText[]): LocalText {
  return lines(texts.map(({ id, en }, at) => ({ id: `${at + 1}. ${id}`, en: `${at + 1}. ${en}` })))
}
