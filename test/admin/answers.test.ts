import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerSections } from '../../admin/src/case/answers.ts'
import { targetsOf } from '../../admin/src/case/targets.ts'
import { viewablesOf } from '../../admin/src/case/viewables.ts'
import { formatsFor } from '../../admin/src/i18n/format.ts'
import { formParts } from '../../admin/src/services/form-fields.ts'
import { compileForm } from '../../catalogue/compile/form.ts'
import { ServiceDefinition } from '../../catalogue/service-schema.ts'

const formats = formatsFor('id', { utcOffsetMinutes: 420, timeZoneName: 'WIB' })
const local = (text: { id: string }) => text.id

function formOf(code: string) {
  const file = join(import.meta.dirname, `../../packs/banyuwangi/services/${code}.json`)
  return compileForm(ServiceDefinition.parse(JSON.parse(readFileSync(file, 'utf8'))), 'id')
}

const shownAs = (code: string, answers: Record<string, unknown>) =>
  new Map(
    answerSections(formOf(code), answers, formats).flatMap(({ rows }) => rows.map((row) => [row.name, row.shown])),
  )

describe('answers as they are read', () => {
  it('say choices, dates and declarations in words', () => {
    const shown = shownAs('sip-bidan', { jenisPermohonan: 'baru', tanggalLahir: '1994-03-12', benar: true })
    expect(shown.get('jenisPermohonan')).toEqual({ kind: 'text', text: 'SIP baru' })
    expect(shown.get('tanggalLahir')).toEqual({ kind: 'text', text: '12 Maret 1994' })
    expect(shown.get('benar')).toEqual({ kind: 'text', text: '✓' })
  })

  it('leave out what was not asked and say what was left open', () => {
    const shown = shownAs('sip-bidan', { jenisPermohonan: 'baru' })
    expect(shown.has('nomorSipLama')).toBe(false)
    expect(shown.get('tempatLahir')).toEqual({ kind: 'empty' })
    expect(shownAs('sip-bidan', { nomorSipLama: '123' }).get('nomorSipLama')).toEqual({ kind: 'text', text: '123' })
  })

  it('leave a region’s code to be looked up', () => {
    const shown = shownAs('sip-bidan', { desaPraktik: '35.10.13.2013' })
    expect(shown.get('desaPraktik')).toEqual({ kind: 'region', code: '35.10.13.2013' })
  })

  it('tell a repeated group one by one, each answer by its dotted name', () => {
    const saksi = [{ nama: 'Suparman' }, { nama: 'Hartatik' }]
    const group = shownAs('akta-kelahiran', { saksi }).get('saksi')
    if (group?.kind !== 'items') throw new Error('the witnesses are no group')
    expect(group.items.map(({ title }) => title)).toEqual(['Saksi 1', 'Saksi 2'])
    const names = group.items[1]?.rows.map(({ name }) => name) ?? []
    expect(names.every((name) => name.startsWith('saksi.1.'))).toBe(true)
  })

  it('can be flagged one by one, with the attachments', () => {
    const sections = answerSections(formOf('akta-kelahiran'), { saksi: [{ nama: 'Suparman' }] }, formats)
    const file = { id: 'f1', name: 'kk.pdf', type: 'application/pdf' as const, size: 10 }
    const attachments = [{ code: 'kk', name: { id: 'Kartu Keluarga', en: 'Family card' }, file }]
    const targets = targetsOf(sections, attachments, local)
    expect(targets.at(-1)).toEqual({ target: 'document', name: 'kk', label: 'Kartu Keluarga' })
    expect(targets.some(({ name, label }) => name.startsWith('saksi.0.') && label.startsWith('Saksi 1: '))).toBe(true)
    expect(viewablesOf({ attachments, documents: [] }, sections, local)[0]).toMatchObject({
      key: 'kk/f1',
      url: '/api/files/f1',
      type: 'application/pdf',
    })
  })
})

describe('a form as a list of fields', () => {
  it('names every field of every page, conditional and grouped ones too', () => {
    const form = { ...formOf('akta-kelahiran'), validator: '' }
    const fields = formParts(form).flatMap((part) => part.fields)
    expect(fields.find(({ name }) => name === 'urutanKembar')).toMatchObject({ kind: 'number', required: true })
    expect(fields.find(({ name }) => name === 'saksi')).toMatchObject({ kind: 'group', within: 0 })
    expect(fields.some(({ within }) => within === 1)).toBe(true)
  })
})
