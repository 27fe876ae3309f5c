import type { Problem } from '../../../../contracts/common.ts'
import type { FieldProblem } from '../../components/error-summary.tsx'
import { type FieldError, topField } from '../../form/check-answers.ts'
import { documentId, type Step } from './steps.ts'

export type PlacedErrors = {
  /** By page code: applicant, consent, documents. */
  problems: Record<string, FieldProblem[]>
  answers: FieldError[]
  /** Codes of documents whose file has to be sent again. */
  documents: string[]
  /** What belongs to no field of the screen. */
  others: string[]
  /** The first page with something to mend. */
  page: string | null
}

/**
 * Puts the office's errors at the fields they name: `applicant.nik`, `answers.saksi.0.nik`, `documents.ktp`. `sent` are the
 * codes of the documents in the order they were sent, for errors that name a place in the list.
 */
export function placeErrors(problem: Problem | null, steps: Step[], sent: string[]): PlacedErrors {
  const placed: PlacedErrors = { problems: {}, answers: [], documents: [], others: [], page: null }
  const pages: string[] = []
  for (const { field, message } of problem?.errors ?? []) {
    const [head, ...rest] = field.split('.')
    const name = rest.join('.')
    const page = head === 'answers' ? pageOfField(steps, topField(name)) : pageOfKind(steps, head)
    if (!page || !name) {
      placed.others.push(message)
      continue
    }
    pages.push(page)
    if (head === 'answers') placed.answers.push({ field: name, message })
    else if (head === 'documents') {
      const code = sent[Number(rest[0])] ?? rest[0] ?? ''
      placed.documents.push(code)
      add(placed, page, { id: documentId(code), message })
    } else add(placed, page, { id: `${head}-${name}`, message })
  }
  placed.page = steps.find(({ code }) => pages.includes(code))?.code ?? null
  return placed
}

function add({ problems }: PlacedErrors, page: string, problem: FieldProblem): void {
  problems[page] = [...(problems[page] ?? []), problem]
}

const pageOfField = (steps: Step[], field: string) =>
  steps.find((step) => step.kind === 'form' && step.fields.includes(field))?.code

function pageOfKind(steps: Step[], head: string | undefined): string | undefined {
  const kind = { applicant: 'applicant', proxy: 'consent', documents: 'documents' }[head ?? '']
  return steps.find((step) => step.kind === kind)?.code
}
