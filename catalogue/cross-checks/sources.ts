import { among, type ServiceContext } from './context.ts'

/** Terms, fees, requirements and validity say where they are from. */
export function checkSources({ definition, report }: ServiceContext): void {
  const { sources, legalBasis, term, fees, requiredDocuments, documents, registers } = definition
  const check = (ref: string, path: string) => {
    if (!Object.hasOwn(sources, ref)) report(path, `"${ref}" is none of the sources`, among(Object.keys(sources)))
  }
  legalBasis.forEach((ref, at) => {
    check(ref, `legalBasis[${at}]`)
  })
  if (term) check(term.source, 'term.source')
  for (const { code, source } of fees) check(source, `fees[${code}].source`)
  for (const { code, source } of requiredDocuments) check(source, `requiredDocuments[${code}].source`)
  for (const document of documents) {
    if (document.kind !== 'external' && document.validity)
      check(document.validity.source, `documents[${document.code}].validity.source`)
  }
  for (const { code, report: duty } of registers) if (duty) check(duty.source, `registers[${code}].report.source`)
}
