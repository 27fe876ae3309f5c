import { describe, expect, it } from 'vitest'
import { apply, type Changes, problemsOf } from './broken-pack.ts'

type Case = [what: string, changes: Changes, path: string, message: RegExp]

const rungs = 'steps[rekomendasi].clock.rungs[2].actions[0].role'
const deem = [{ percent: 100, actions: [{ kind: 'deem', basis: 'skb-mpp-digital' }] }]
const bad = { subject: { id: 'a', en: 'b' }, text: { id: '{{nik}}', en: 'x' } }
const numbering = 'documents.0.numbering.pattern'
const rejecting = 'rejection[tanda-tangan-penolakan]'

/** Each spoils the midwife's licence in one place, its shape being right. */
const cases: Record<string, Case[]> = {
  offices: [
    ['an agency not there', { 'steps.2.desk.agency': 'dinkez' }, 'steps[rekomendasi].desk.agency', /is no agency/],
    ['a role not staffed', { 'steps.2.desk.role': 'signer' }, 'steps[rekomendasi].desk.role', /has no "signer"/],
    ['nobody to escalate to', { 'steps.2.clock.rungs.2.actions.0.role': 'counter' }, rungs, /has no "counter"/],
    ["the service's own agency", { agency: 'dpm' }, 'agency', /"dpm" is no agency/],
    ['a seal of nobody', { 'deemed.0.agency': 'dpm' }, 'deemed[terbit-otomatis].agency', /"dpm" is no agency/],
  ],
  clocks: [
    ['a calendar not there', { 'term.calendar': 'hari-kerja' }, 'term.calendar', /"hari-kerja" is no calendar/],
    [
      'a step by a calendar not there',
      { 'steps.2.clock.calendar': 'x' },
      'steps[rekomendasi].clock.calendar',
      /"x" is no/,
    ],
    ['an objection by one not there', { 'appeal.calendar': 'x' }, 'appeal.calendar', /"x" is no calendar/],
    ['rungs that do not climb', { 'term.rungs.1.percent': 50 }, 'term.rungs[1].percent', /50 does not come after 50/],
    ['deeming too early', { 'term.rungs.2.percent': 90 }, 'term.rungs[2].percent', /before the term is over/],
    ['deeming by a step', { 'steps.0.clock.rungs': deem }, 'steps[kelengkapan].clock.rungs', /a step cannot deem/],
  ],
  sources: [
    [
      'deeming without article',
      { 'sources.skb-mpp-digital.article': undefined },
      'sources.skb-mpp-digital.article',
      /without an article/,
    ],
    [
      'deeming by illustration',
      { 'sources.skb-mpp-digital.illustrative': true },
      'sources.skb-mpp-digital.illustrative',
      /cannot deem/,
    ],
    ['deeming by nothing', { 'term.rungs.2.actions.0.basis': 'skb' }, 'term.rungs[2].actions.basis', /"skb" is none/],
    ['an unsourced term', { 'term.source': 'standar-contoh' }, 'term.source', /unsourced term cannot deem/],
    ['a fee from nowhere', { 'fees.0.source': 'perbup' }, 'fees[tanpa-biaya].source', /"perbup" is none/],
    ['a law from nowhere', { 'legalBasis.0': 'uu' }, 'legalBasis[0]', /"uu" is none/],
    [
      'a requirement from nowhere',
      { 'requiredDocuments.0.source': 'uu' },
      'requiredDocuments[ktp].source',
      /"uu" is none/,
    ],
  ],
  conditions: [
    ['no field', { 'conditions.perpanjangan.field': 'jenis' }, 'conditions.perpanjangan', /names the field "jenis"/],
    ['no choice', { 'conditions.perpanjangan.is': 'ulang' }, 'conditions.perpanjangan', /"ulang" is no choice/],
    [
      'the wrong type',
      { 'conditions.perpanjangan': { field: 'tempatLahir', atLeast: 3 } },
      'conditions.perpanjangan',
      /compare numbers/,
    ],
    [
      'no condition',
      { 'requiredDocuments.4.when': 'ulangan' },
      'requiredDocuments[skp].when',
      /none of the conditions/,
    ],
    ["a step's condition", { 'steps.2.when': 'perlu' }, 'steps[rekomendasi].when', /"perlu" is none/],
    [
      'a later field',
      { 'form:nomorSipLama.when': 'di-fasilitas' },
      'form[permohonan].fields[nomorSipLama].when',
      /asked later/,
    ],
  ],
  fields: [
    ['a name twice', { 'form:jadwal.name': 'alamat' }, 'form', /field "alamat" is there twice/],
    [
      'no pattern',
      { 'form:nomorStr.pattern': { expression: '(', hint: bad.subject } },
      'form[str].fields[nomorStr].pattern.expression',
      /is no pattern/,
    ],
    [
      'no region',
      { 'form:desaPraktik.within': '35.99' },
      'form[tempat-praktik].fields[desaPraktik].within',
      /no region/,
    ],
    ['no room', { 'form:nomorStr.minLength': 50 }, 'form[str].fields[nomorStr]', /leave no room/],
    [
      'a prefill',
      { 'form:tanggalLahir.prefill': 'name' },
      'form[data-diri].fields[tanggalLahir].prefill',
      /does not fill/,
    ],
  ],
  documents: [
    ['a code twice', { 'documents.1.code': 'sip' }, 'documents', /document "sip" is there twice/],
    ['a letter not there', { 'documents.0.letter': 'sip' }, 'documents[sip].letter', /"sip" is no letter/],
    ['the wrong letter', { 'documents.0.letter': 'penolakan' }, 'documents[sip].letter', /a letter of rejection/],
    ['a repeating number', { [numbering]: '503/{seq}/SIPB' }, 'documents[sip].numbering', /needs \{year\}/],
    [
      'an unreadable number',
      { [numbering]: '503/{nomor}/{year}' },
      'documents[sip].numbering',
      /\{nomor\} is not known/,
    ],
    ['a village', { [numbering]: '503/{seq}/{village}/{year}' }, 'documents[sip].numbering', /village office/],
    [
      'an end that is no date',
      { 'documents.0.validity.boundedBy': 'nomorStr' },
      'documents[sip].validity.boundedBy',
      /not a date/,
    ],
    ['a register not there', { 'steps.5.register': 'bidan' }, 'steps[register].register', /none of the service's regi/],
    [
      'private fields',
      { 'registers.0.publicAnswers': ['nik'] },
      'registers[sip-bidan].publicAnswers',
      /no field "nik"/,
    ],
    [
      'a reminder before the licence begins',
      { 'documents.0.validity.unit': 'days', 'documents.0.validity.amount': 60 },
      'registers[sip-bidan].reminders',
      /^90 days before the end is before the licence begins/,
    ],
    ['a reminder twice', { 'registers.0.reminders': [30, 30] }, 'registers[sip-bidan].reminders', /is there twice/],
    [
      'a renewal that answers nothing asked',
      { 'registers.0.renewal.answers': { jenisPermohonan: 'lagi' } },
      'registers[sip-bidan].renewal.answers',
      /no choice "lagi"/,
    ],
    [
      'a revocation by another letter',
      { 'registers.0.revocation': 'sip' },
      'registers[sip-bidan].revocation',
      /no document of kind "revocation"/,
    ],
  ],
  tracks: [
    ['a step twice', { 'steps.1.code': 'kelengkapan' }, 'steps', /step "kelengkapan" is there twice/],
    ['no document', { 'steps.4.when': 'perpanjangan' }, 'steps', /no step makes the document of approval/],
    [
      'an approval in refusing',
      { 'rejection.0.document': 'sip' },
      `${rejecting}.document`,
      /no place on the rejection/,
    ],
    ['no letter of refusal', { rejection: [] }, 'rejection', /does not end in a letter/],
    ['a wrong decision', { 'steps.4.decisions.1': 'approve' }, 'steps[tanda-tangan].decisions', /cannot "approve"/],
    ['no way forward', { 'steps.1.decisions': ['reject'] }, 'steps[verifikasi].decisions', /no way forward/],
    [
      'a return too late',
      { 'rejection.0.decisions': ['sign', 'return'] },
      `${rejecting}.decisions`,
      /cannot reject or re/,
    ],
    ['no start', { 'steps.0.completesReceipt': undefined }, 'term.startsOn', /no step completes it/],
    ['two starts', { 'steps.1.completesReceipt': true }, 'steps', /several steps complete/],
    ['a start that may not be', { 'steps.0.when': 'perpanjangan' }, 'steps[kelengkapan].when', /cannot be passed over/],
    ['an external approval', { issuer: 'external' }, 'documents', /makes no approval of its own/],
    ['a deemed road to nowhere', { deemed: [] }, 'deemed', /nothing is issued/],
    ['a deemed road nobody walks', { 'term.rungs': [] }, 'deemed', /nobody ever gets here/],
  ],
  messages: [
    ['one nobody wrote', { 'messages.returned': undefined }, 'messages.returned', /missing, though a step can return/],
    ['one of the unknown', { 'messages.approved': bad }, 'messages.approved.text.id', /\{\{nik\}\} is nothing/],
  ],
}

describe.each(Object.entries(cases))('what does not fit: %s', (_concern, list) => {
  it.each(list)('%s is named with file, service and place', async (_what, changes, path, message) => {
    const problems = await problemsOf('services/sip-bidan.json', (service) => apply(service, changes))
    const told = problems.filter((problem) => problem.path === path && message.test(problem.message))
    expect(told, JSON.stringify(problems, null, 1)).toHaveLength(1)
    expect(told[0]).toMatchObject({ file: 'services/sip-bidan.json', service: 'sip-bidan' })
  })
})

describe('what does not fit elsewhere', () => {
  it('an external issuer needs the step that brings the document', async () => {
    const problems = await problemsOf('services/akta-kelahiran.json', (service) =>
      apply(service, { 'steps.1.brings': undefined }),
    )
    expect(problems).toMatchObject(
      [{ service: 'akta-kelahiran', path: 'steps', message: /no step brings/ }].map(({ message, ...rest }) => ({
        ...rest,
        message: expect.stringMatching(message),
      })),
    )
  })

  it('a register makes no NIK public', async () => {
    const problems = await problemsOf('services/akta-kelahiran.json', (service) =>
      apply(service, {
        registers: [{ code: 'akta', name: bad.subject, publicFields: ['number'], publicAnswers: ['nikIbu'] }],
      }),
    )
    expect(problems).toMatchObject([
      { path: 'registers[akta].publicAnswers', message: '"nikIbu" is nik, which no register makes public' },
    ])
  })

  it('groups are looked into', async () => {
    const group = 'form.2.fields.2'
    const problems = await problemsOf('services/akta-kelahiran.json', (service) =>
      apply(service, {
        [`${group}.min`]: 3,
        [`${group}.fields.1.when`]: 'kembar',
        [`${group}.fields.2.prefill`]: 'phone',
      }),
    )
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'form[saksi].fields[saksi].fields[nama].when: inside a group a condition is written out',
      'form[saksi].fields[saksi].min: 3 is more than "max", 2',
      'form[saksi].fields[saksi].fields[telepon].prefill: the profile fills no field of a group',
    ])
  })
})
