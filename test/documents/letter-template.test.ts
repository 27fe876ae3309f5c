import { describe, expect, it } from 'vitest'
import { LetterTemplateSchema } from '../../catalogue/letter-schema.ts'
import { placeholdersOf } from '../../domain/letter.ts'
import { parseLetterText } from '../../domain/letter-text.ts'
import { licenceTemplate, rejectionTemplate } from './fixtures/letters.ts'

describe('the small language of letters', () => {
  it('tells text, values and faces apart', () => {
    expect(parseLetterText('Nomor **{{document.number}}** __tanggal__ {{document.date | date | upper}}')).toEqual([
      { bold: false, italic: false, text: 'Nomor ' },
      { bold: true, italic: false, path: 'document.number', formats: [] },
      { bold: false, italic: false, text: ' ' },
      { bold: false, italic: true, text: 'tanggal' },
      { bold: false, italic: false, text: ' ' },
      { bold: false, italic: false, path: 'document.date', formats: ['date', 'upper'] },
    ])
  })

  it.each([
    ['{{nama}}', 'does not name a value'],
    ['{{answers.nama | besar}}', '"besar"'],
    ['{{answers.__proto__}}', 'does not name a value'],
    ['{{answers.nama', 'stands alone'],
    ['**tebal', 'not closed'],
  ])('refuses %s', (text, message) => {
    expect(() => parseLetterText(text)).toThrow(message)
  })
})

describe('a template', () => {
  it('says every value it asks for, conditions and rows of groups included', () => {
    expect(placeholdersOf(rejectionTemplate)).toEqual([
      'agency.place',
      'answers.saksi',
      'answers.saksi[].hubungan',
      'answers.saksi[].nama',
      'answers.saksi[].nik',
      'applicant.address',
      'applicant.name',
      'application.number',
      'decision.note',
      'document.date',
      'document.number',
      'service.name',
      'signer.name',
      'signer.nip',
      'signer.position',
    ])
    expect(placeholdersOf(licenceTemplate)).toContain('answers.jadwal')
  })

  it('is read by the schema as it is written', () => {
    expect(LetterTemplateSchema.parse(licenceTemplate)).toEqual(licenceTemplate)
    expect(LetterTemplateSchema.parse(rejectionTemplate)).toEqual(rejectionTemplate)
  })

  it.each([
    ['an unknown format', { kind: 'paragraph', text: '{{answers.nama | besar}}' }, 'besar'],
    ['a condition on no value', { kind: 'paragraph', text: 'a', when: { present: 'cuaca' } }, 'present'],
    ['an unknown property', { kind: 'paragraph', text: 'a', colour: 'red' }, 'colour'],
    ['an unknown block', { kind: 'stamp' }, 'kind'],
  ])('with %s is refused at the place', (_, block, word) => {
    const { success, error } = LetterTemplateSchema.safeParse({
      ...licenceTemplate,
      blocks: [block, ...licenceTemplate.blocks],
    })
    expect(success).toBe(false)
    expect(error?.issues[0]?.path.slice(0, 2)).toEqual(['blocks', 0])
    expect(JSON.stringify(error?.issues)).toContain(word)
  })

  it('without a signature is refused', () => {
    const { error } = LetterTemplateSchema.safeParse({ ...licenceTemplate, blocks: [{ kind: 'heading', text: 'a' }] })
    expect(error?.issues[0]?.message).toContain('signature')
  })
})
