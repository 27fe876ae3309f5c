/** What a letter looks like, as pack data, and what it is filled with. `documents/` renders it. */
import { pathsIn } from './letter-text.ts'

export const letterKinds = ['approval', 'rejection', 'closing', 'report', 'revocation'] as const
export type LetterKind = (typeof letterKinds)[number]

/** A text of the small language of letter-text.ts. */
export type LetterText = string

/** Whether a value is there. A block or line whose condition fails is left out. */
export type LetterCondition = { present: string } | { absent: string }

type Conditional = { when?: LetterCondition }
export type LetterLine = LetterText | (Conditional & { text: LetterText })
export type FieldRow = Conditional & { label: LetterText; value: LetterText }

export type HeadingBlock = Conditional & { kind: 'heading'; text: LetterText }

export const alignments = ['justify', 'left', 'center', 'right'] as const
export const textSizes = ['small', 'normal', 'large'] as const
export type ParagraphBlock = Conditional & {
  kind: 'paragraph'
  text: LetterText
  /** Justified unless said. */
  align?: (typeof alignments)[number]
  size?: (typeof textSizes)[number]
  /** First line moved in. */
  indent?: true
}

/** Label, colon, value. `photo` is a required document (`documents.<code>`) shown beside the rows, 3 by 4 cm. */
export type FieldsBlock = Conditional & { kind: 'fields'; rows: FieldRow[]; photo?: string }

export const listMarks = ['decimal', 'alpha', 'bullet'] as const
export type ListBlock = Conditional & {
  kind: 'list'
  marks: (typeof listMarks)[number]
  title?: LetterText
  items: LetterLine[]
}

/** A row for each item of a repeated group; `{{item.nama}}` is the item's own field. Rows are numbered. */
export type GroupBlock = Conditional & {
  kind: 'group'
  source: string
  columns: { label: LetterText; text: LetterText }[]
}

/** What an inspection found, a row a question. */
export type FindingsBlock = Conditional & { kind: 'findings' }

/** The pictures an inspection took, two in a row. */
export type PhotosBlock = Conditional & { kind: 'photos' }

/** At the right: place and date, position, the QR of the verification page, name and what stands below it (rank, NIP). */
export type SignatureBlock = Conditional & {
  kind: 'signature'
  above: LetterLine[]
  position: LetterLine[]
  name: LetterText
  below: LetterLine[]
}

export type LetterBlock =
  | HeadingBlock
  | ParagraphBlock
  | FieldsBlock
  | ListBlock
  | GroupBlock
  | FindingsBlock
  | PhotosBlock
  | SignatureBlock

/** `title`: centred title over the number (keterangan, izin). `correspondence`: surat dinas, with number, subject and addressee. */
export type LetterOpening =
  | { style: 'title'; number?: LetterText; bilingual?: true }
  | { style: 'correspondence'; date: LetterText; rows: FieldRow[]; recipient: LetterLine[] }

export type LetterTemplate = {
  code: string
  kind: LetterKind
  title: { id: string; en: string }
  paper: 'A4'
  opening: LetterOpening
  blocks: LetterBlock[]
  footnotes?: LetterLine[]
}

/**
 * What placeholders are filled from. Instants and dates are ISO 8601; null and absent are the same. Answers are the
 * application's own, unformatted.
 */
export type LetterData = {
  answers: Readonly<Record<string, unknown>>
  applicant: { name: string; nik?: string | null; address?: string | null; village?: string | null }
  application: { number: string; filedAt: string; completeAt?: string | null }
  document: { number: string; date: string; validUntil?: string | null }
  /** The licence in its register; `number` where the letter speaks of one that was issued before. */
  register?: { validFrom: string; validUntil?: string | null; number?: string | null } | null
  signer?: {
    name: string
    position: string
    capacity?: string | null
    nip?: string | null
    rank?: string | null
    /** The letter a stand-in signs by, in words; printed under their position whatever the template says. */
    mandate?: string | null
  } | null
  /** `place` is the town a letter is dated at. */
  agency: { name: string; short: string; place: string; head?: string | null }
  village?: { name: string; district: string; code: string } | null
  regency: { name: string }
  service: { name: string }
  decision?: { note?: string | null; basis?: string | null } | null
  /** Of a report: when it was, where, and what was found. `place` is latitude and longitude in words. */
  inspection?: {
    result: string
    note?: string | null
    appointment?: string | null
    arrivedAt?: string | null
    place?: string | null
    findings: readonly { label: string; value: string }[]
  } | null
}

/** Every path that is not an answer's; a template may name no other. */
export const letterPaths = [
  'applicant.name',
  'applicant.nik',
  'applicant.address',
  'applicant.village',
  'application.number',
  'application.filedAt',
  'application.completeAt',
  'document.number',
  'document.date',
  'document.validUntil',
  'register.validFrom',
  'register.validUntil',
  'register.number',
  'signer.name',
  'signer.position',
  'signer.capacity',
  'signer.nip',
  'signer.rank',
  'agency.name',
  'agency.short',
  'agency.place',
  'agency.head',
  'village.name',
  'village.district',
  'village.code',
  'regency.name',
  'service.name',
  'decision.note',
  'inspection.result',
  'inspection.note',
  'inspection.appointment',
  'inspection.arrivedAt',
  'inspection.place',
  'decision.basis',
] as const

/**
 * Every value a template asks for, each once, sorted: `answers.nama`, `document.number`, `answers.saksi` and
 * `answers.saksi[].nama` for a repeated group, `documents.foto` for a photo. Throws LetterTextError on a malformed text.
 */
export function placeholdersOf(template: LetterTemplate): string[] {
  const { opening } = template
  const paths = [
    ...(opening.style === 'title'
      ? pathsIn(opening.number ?? '')
      : [...pathsIn(opening.date), ...opening.rows.flatMap(rowPaths), ...opening.recipient.flatMap(linePaths)]),
    ...template.blocks.flatMap(blockPaths),
    ...(template.footnotes ?? []).flatMap(linePaths),
  ]
  return [...new Set(paths)].sort()
}

function blockPaths(block: LetterBlock): string[] {
  return [...conditionPaths(block), ...contentPaths(block)]
}

function contentPaths(block: LetterBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return pathsIn(block.text)
    case 'fields':
      return [...block.rows.flatMap(rowPaths), ...(block.photo ? [block.photo] : [])]
    case 'list':
      return [...pathsIn(block.title ?? ''), ...block.items.flatMap(linePaths)]
    case 'group':
      return [
        block.source,
        ...block.columns.flatMap((column) => [...pathsIn(column.label), ...itemPaths(block, column.text)]),
      ]
    case 'findings':
    case 'photos':
      return []
    case 'signature':
      return [...[...block.above, ...block.position, ...block.below].flatMap(linePaths), ...pathsIn(block.name)]
  }
}

function itemPaths(block: GroupBlock, text: LetterText): string[] {
  return pathsIn(text).map((path) => path.replace(/^item\./, `${block.source}[].`))
}

function rowPaths(row: FieldRow): string[] {
  return [...conditionPaths(row), ...pathsIn(row.label), ...pathsIn(row.value)]
}

function linePaths(line: LetterLine): string[] {
  return typeof line === 'string' ? pathsIn(line) : [...conditionPaths(line), ...pathsIn(line.text)]
}

function conditionPaths({ when }: Conditional): string[] {
  if (!when) return []
  return ['present' in when ? when.present : when.absent]
}
