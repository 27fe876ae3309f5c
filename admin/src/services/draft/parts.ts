import { parsePlace } from './place.ts'

export const parts = ['texts', 'terms', 'fees', 'documents', 'form', 'json', 'changes'] as const
export type Part = (typeof parts)[number]

const partsOf: Partial<Record<string, Part>> = {
  name: 'texts',
  summary: 'texts',
  category: 'texts',
  product: 'texts',
  keywords: 'texts',
  standard: 'texts',
  term: 'terms',
  fees: 'fees',
  requiredDocuments: 'documents',
  form: 'form',
}

/** Where a problem can be mended: in the form that shows its place, otherwise in the JSON. */
export function partOf(path: string): Part {
  const place = parsePlace(path)
  const [first] = place
  if (first === 'steps' && place.includes('clock')) return 'terms'
  return (typeof first === 'string' && partsOf[first]) || 'json'
}
