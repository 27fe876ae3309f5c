import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import type { ServiceWorld } from '../world.ts'
import type { Complaint } from './problem.ts'
import type { ImportRow } from './row.ts'

/**
 * The required documents a row names against those the service asks for. An open case may lack one, with a warning, unless
 * a letter shows it: that letter could never be written.
 */
export function checkDocuments(
  { documents }: Pick<ImportRow, 'documents'>,
  { definition, shown }: ServiceWorld,
  { answers, closed }: { answers: Record<string, unknown>; closed: boolean },
): Complaint[] {
  const codes = definition.requiredDocuments.map(({ code }) => code)
  const unknown = Object.keys(documents)
    .filter((code) => !codes.some((known) => known === code))
    .map((code) => ({
      field: `documents.${code}`,
      what: 'is no document of this service',
      mend: `write one of ${codes.join(', ')}`,
    }))
  if (closed) return unknown
  const holds = evaluateConditions(definition, answers)
  const missing = definition.requiredDocuments.filter(
    ({ code, when, optional }) => !optional && !(code in documents) && (when === undefined || holds[when] === true),
  )
  return [...unknown, ...missing.map(({ code }) => (shown.has(code) ? needed(code) : absent(code)))]
}

const needed = (code: string): Complaint => ({
  field: `documents.${code}`,
  what: 'is missing, and a letter of this service shows it',
  mend: 'scan it, put the file beside the row file, and name it here',
})

const absent = (code: string): Complaint => ({
  field: `documents.${code}`,
  what: 'is not there: officers will see the open case without it',
  mend: 'scan the paper, put the file beside the row file, and name it here',
  severity: 'warning',
})
