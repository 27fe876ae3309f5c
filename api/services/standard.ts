import type { Source } from '../../catalogue/schema/common.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { LocalText } from '../../contracts/common.ts'
import { rupiah } from '../../domain/payment/rupiah.ts'
import type { ClockBudget } from '../../domain/service.ts'

export type StandardPart = { code: string; title: LocalText; text: LocalText }

const text = (id: string, en: string): LocalText => ({ id, en })

/**
 * The fourteen components of a service standard (UU 25/2009 art 21), in the law's order. Seven follow from the definition
 * itself, so that what is promised and what is run cannot differ; the others are written.
 */
export function standardOf(definition: ServiceDefinition): StandardPart[] {
  const { standard, legalBasis, sources, product } = definition
  const written: Record<string, LocalText | undefined> = standard
  const parts: [string, LocalText, LocalText | undefined][] = [
    ['legal-basis', text('Dasar hukum', 'Legal basis'), lines(legalBasis.flatMap((code) => sourceText(sources[code])))],
    ['requirements', text('Persyaratan', 'Requirements'), requirements(definition)],
    ['procedure', text('Sistem, mekanisme dan prosedur', 'System, mechanism and procedure'), procedure(definition)],
    ['duration', text('Jangka waktu penyelesaian', 'Time to completion'), duration(definition)],
    ['fee', text('Biaya/tarif', 'Fee'), fees(definition)],
    ['product', text('Produk pelayanan', 'Product'), product],
    ['facilities', text('Sarana, prasarana dan fasilitas', 'Facilities'), written.facilities],
    ['competence', text('Kompetensi pelaksana', 'Competence of staff'), written.competence],
    ['supervision', text('Pengawasan internal', 'Internal supervision'), written.supervision],
    ['complaints', text('Penanganan pengaduan, saran dan masukan', 'Complaints and suggestions'), written.complaints],
    ['staffing', text('Jumlah pelaksana', 'Number of staff'), written.staffing],
    ['guarantee', text('Jaminan pelayanan', 'Service guarantee'), written.guarantee],
    ['safety', text('Jaminan keamanan dan keselamatan', 'Guarantee of safety'), written.safety],
    ['evaluation', text('Evaluasi kinerja pelaksana', 'Evaluation of performance'), written.evaluation],
  ]
  return parts.flatMap(([code, title, body]) => (body ? [{ code, title, text: body }] : []))
}

function sourceText(source: Source | undefined): LocalText[] {
  if (!source) return []
  const { document, article } = source
  return [text(article ? `${document}, ${article}` : document, article ? `${document}, ${article}` : document)]
}

function requirements({ requiredDocuments }: ServiceDefinition): LocalText {
  if (requiredDocuments.length === 0) return text('Tanpa berkas persyaratan.', 'No documents are required.')
  return lines(
    requiredDocuments.map(({ name, optional, when }) => {
      if (optional) return text(`${name.id} (bila ada)`, `${name.en} (if any)`)
      return when ? text(`${name.id} (bila dipersyaratkan)`, `${name.en} (where it applies)`) : name
    }),
  )
}

function procedure({ steps }: ServiceDefinition): LocalText {
  return lines(steps.map(({ name }) => name))
}

function duration({ term }: ServiceDefinition): LocalText {
  if (!term) return text('Sesuai jangka waktu setiap tahap.', 'As the time of each step says.')
  const { id, en } = budgetText(term)
  return term.startsOn === 'complete'
    ? text(`${id} sejak berkas diterima lengkap.`, `${en} from complete receipt.`)
    : text(`${id} sejak permohonan diterima.`, `${en} from filing.`)
}

function budgetText({ unit, amount }: ClockBudget): LocalText {
  return unit === 'working-days'
    ? text(`${amount} hari kerja`, `${amount} working day${amount === 1 ? '' : 's'}`)
    : text(`${amount} menit jam kerja`, `${amount} working minute${amount === 1 ? '' : 's'}`)
}

function fees({ fees: all }: ServiceDefinition): LocalText {
  if (all.every(({ amount }) => amount === 0)) return text('Tidak dipungut biaya.', 'Free of charge.')
  return lines(all.map(({ name, amount }) => text(`${name.id}: ${rupiah(amount)}`, `${name.en}: ${rupiah(amount)}`)))
}

/** One line each, numbered when there are several. */
function lines(all: LocalText[]): LocalText {
  const of = (language: 'id' | 'en') =>
    all.length === 1 ? (all[0]?.[language] ?? '') : all.map((one, at) => `${at + 1}. ${one[language]}`).join('\n')
  return text(of('id'), of('en'))
}
