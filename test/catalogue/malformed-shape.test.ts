import { describe, expect, it } from 'vitest'
import { apply, type Changes, problemsOf } from './broken-pack.ts'

const pages = Array.from({ length: 13 }, (_x, at) => ({ code: `p${at}` }))

/** Each spoils the midwife's licence in one place; that place must be named, with what is wrong. */
const cases: [what: string, changes: Changes, path: string, message: RegExp][] = [
  ['a misspelt property', { sumary: 'x' }, '', /"sumary" is not known here/],
  ['a missing property', { summary: undefined }, 'summary', /is missing/],
  ['a missing English text', { 'name.en': undefined }, 'name.en', /is missing/],
  ['an empty text', { 'name.id': ' ' }, 'name.id', /must not be empty/],
  ['an unknown issuer', { issuer: 'oss' }, 'issuer', /must be "own" or "external" or "counter"/],
  ['an unknown type', { 'form:nomorStr.type': 'string' }, 'form[str].fields[nomorStr].type', /must be one of text/],
  ['a name with a dash', { 'form:nomorStr.name': 'nomor-str' }, 'form[str].fields[nomor-str].name', /camel case/],
  ['a name taken', { 'form:nomorStr.name': 'constructor' }, 'form[str].fields[constructor].name', /keeps for itself/],
  ["another type's property", { 'form:nomorStr.choices': [] }, 'form[str].fields[nomorStr]', /"choices" is not known/],
  ['a number as text', { 'term.amount': '5' }, 'term.amount', /must be a number, not "5"/],
  ['an unknown step', { 'steps.0.kind': 'approve' }, 'steps[kelengkapan].kind', /must be one of review, sign, consult/],
  ['a desk of nobody', { 'steps.0.desk': { role: 'verifier' } }, 'steps[kelengkapan].desk', /must be a desk/],
  ['a role nobody has', { 'steps.0.desk.role': 'boss' }, 'steps[kelengkapan].desk', /must be a desk/],
  ['an empty condition', { 'conditions.perpanjangan.is': undefined }, 'conditions.perpanjangan', /must be a condition/],
  [
    'a type of file',
    { 'requiredDocuments.0.types': ['x/y'] },
    'requiredDocuments[ktp].types[0]',
    /must be "application/,
  ],
  [
    'a huge file',
    { 'requiredDocuments.0.maxBytes': 52_428_800 },
    'requiredDocuments[ktp].maxBytes',
    /at most 10485760/,
  ],
  ['an unknown trigger', { 'messages.approvd': 'shared' }, 'messages', /"approvd" is not known here/],
  ['no date', { 'sources.skb-mpp-digital.date': '9-9-2025' }, 'sources.skb-mpp-digital.date', /YYYY-MM-DD/],
  ['too many pages', { form: pages }, 'form', /at most 12 entries/],
]

describe('a service of a wrong shape', () => {
  it.each(cases)('%s is named with file, service and place', async (_what, changes, path, message) => {
    const problems = await problemsOf('services/sip-bidan.json', (service) => apply(service, changes))
    const told = problems.filter((problem) => problem.path === path && message.test(problem.message))
    expect(told, JSON.stringify(problems, null, 1)).toHaveLength(1)
    expect(told[0]).toMatchObject({ file: 'services/sip-bidan.json', service: 'sip-bidan' })
  })

  it('is still looked at for what does not fit, so that everything is said at once', async () => {
    const changes = {
      colour: 'red',
      'name.en': undefined,
      'steps.2.desk.agency': 'dinkez',
      'conditions.perpanjangan.field': 'jenis',
      'documents.0.letter': 'sip',
    }
    const problems = await problemsOf('services/sip-bidan.json', (service) => apply(service, changes))
    expect(problems.map(({ path }) => path).sort()).toEqual([
      '',
      'conditions.perpanjangan',
      'documents[sip].letter',
      'name.en',
      'steps[rekomendasi].desk.agency',
    ])
  })
})
