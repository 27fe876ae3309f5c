import { checkNumbering, parseNumberingPattern } from '../../domain/numbering.ts'
import type { OwnDocument } from '../schema/documents.ts'
import type { Step } from '../schema/steps.ts'
import { among, type ServiceContext } from './context.ts'
import { checkPattern } from './fields.ts'
import { checkLetter } from './letters.ts'
import { stepsWithPaths } from './tracks.ts'

/** Documents have a letter of their kind, a number that cannot repeat, and end on a date that is asked for. */
export function checkDocuments(context: ServiceContext): void {
  const { definition, report } = context
  for (const document of definition.documents) {
    const path = `documents[${document.code}]`
    if (document.kind === 'external') {
      if (document.numberPattern) checkPattern(document.numberPattern, `${path}.numberPattern`, report)
      continue
    }
    checkOwn(context, document, path)
    if (document.kind === 'revocation') {
      if (!definition.registers.some(({ revocation }) => revocation === document.code))
        report(path, 'no register revokes by this document', 'name it as a register\'s "revocation", or drop it')
    } else if (!stepsWithPaths(definition).some(({ step }) => makes(step, document.code))) {
      report(path, 'no step makes this document', 'add a "sign" or "issue" step for it, or drop it')
    }
  }
}

function makes(step: Step, code: string): boolean {
  return step.kind === 'inspect' ? step.report === code : 'document' in step && step.document === code
}

function checkOwn(context: ServiceContext, document: OwnDocument, path: string): void {
  const { definition, fields, pack, report } = context
  const letter = pack.letters.find(({ code }) => code === document.letter)
  if (letter) {
    if (letter.kind !== document.kind)
      report(`${path}.letter`, `"${letter.code}" is a letter of ${letter.kind}, the document one of ${document.kind}`)
    checkLetter(context, letter, `${path}.letter`)
  } else if (!pack.unreadable.has(`letters/${document.letter}.json`)) {
    report(
      `${path}.letter`,
      `"${document.letter}" is no letter of this pack`,
      among(pack.letters.map(({ code }) => code)),
    )
  }
  const numbering = checkNumbering(document.numbering)
  for (const message of numbering) report(`${path}.numbering`, message)
  if (numbering.length === 0) checkTokens(context, document, path)
  const bound = document.validity?.boundedBy
  if (bound) {
    const field = fields.find(({ name }) => name === bound)
    if (!field)
      report(
        `${path}.validity.boundedBy`,
        `the form has no field "${bound}"`,
        among(fields.filter(({ type }) => type === 'date').map(({ name }) => name)),
      )
    else if (field.type !== 'date') report(`${path}.validity.boundedBy`, `"${bound}" is ${field.type}, not a date`)
  }
  if (definition.issuer === 'counter') report(path, 'a counter service issues nothing')
}

/** What an application can give a number: a village only where its office issues. */
function checkTokens({ definition, report }: ServiceContext, document: OwnDocument, path: string): void {
  const { pattern, series } = document.numbering
  const kinds = new Set([...parseNumberingPattern(pattern), ...parseNumberingPattern(series)].map(({ kind }) => kind))
  if (kinds.has('classification'))
    report(
      `${path}.numbering.pattern`,
      '{classification} is not known to an application',
      'write the classification itself, such as 503',
    )
  const ofVillage = stepsWithPaths(definition).some(
    ({ step }) =>
      (step.kind === 'sign' && step.document === document.code && 'village' in step.desk) ||
      (step.kind === 'issue' && step.document === document.code && step.agency === 'village-of-application'),
  )
  if (kinds.has('village') && !ofVillage)
    report(`${path}.numbering`, '{village} stands only in numbers that a village office issues')
}
