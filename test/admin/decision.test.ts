import { describe, expect, it } from 'vitest'
import { type Draft, decisionBody, intentionOf, missingFor } from '../../admin/src/decide/draft.ts'
import { DecideTask } from '../../contracts/tasks.ts'

const empty: Draft = {
  note: '',
  flags: [],
  brings: null,
  number: '',
  file: null,
  passphrase: '',
  answers: null,
  photos: null,
  signs: false,
}
const flag = { target: 'document' as const, name: 'foto', label: 'Pasfoto', message: ' Latar harus merah. ' }

describe('a decision', () => {
  it('may be approved without a word', () => {
    expect(missingFor('approve', empty)).toEqual({})
    expect(decisionBody('approve', empty)).toEqual({ decision: 'approve' })
  })

  it('rejects only with a reason', () => {
    expect(missingFor('reject', { ...empty, note: 'tidak' })).toEqual({ note: 'need_reason' })
    expect(missingFor('reject', { ...empty, note: 'STR sudah dicabut.' })).toEqual({})
  })

  it('returns only with what to mend, for each thing', () => {
    expect(missingFor('return', empty)).toEqual({ flags: 'need_deficiency' })
    const unsaid = { ...empty, flags: [flag, { ...flag, name: 'ktp', message: '' }] }
    expect(missingFor('return', unsaid)).toEqual({ 'document:ktp': 'need_message' })
    expect(decisionBody('return', { ...empty, flags: [flag] })).toEqual({
      decision: 'return',
      deficiencies: [{ target: 'document', name: 'foto', message: 'Latar harus merah.' }],
    })
  })

  it('brings the owner’s number and document where the step asks for them', () => {
    const brings = { ...empty, brings: 'external-document' as const }
    expect(missingFor('approve', brings)).toEqual({ number: 'need_number', file: 'need_file' })
    const body = decisionBody('approve', { ...brings, number: ' 3510-LT-1 ', file: 'f1' })
    expect(body).toEqual({ decision: 'approve', data: { number: '3510-LT-1', file: 'f1' } })
  })

  it('signs only with a passphrase, and carries nothing of other decisions', () => {
    expect(missingFor('sign', { ...empty, signs: true })).toEqual({ passphrase: 'need_passphrase' })
    const body = decisionBody('sign', { ...empty, signs: true, flags: [flag], passphrase: 'rahasia' })
    expect(body).toEqual({ decision: 'sign', signing: { passphrase: 'rahasia' } })
  })

  it('fits the API’s contract whatever was decided', () => {
    const full = { ...empty, note: 'Sudah diperiksa.', flags: [flag], number: '1', file: 'f1', passphrase: 'x' }
    for (const decision of ['approve', 'return', 'reject', 'sign', 'acknowledge'] as const) {
      expect(DecideTask.safeParse(decisionBody(decision, full)).success).toBe(true)
    }
  })

  it('is remembered without its passphrase', () => {
    const intention = intentionOf('n:s', decisionBody('sign', { ...empty, signs: true, passphrase: 'rahasia' }))
    expect(intention).not.toContain('rahasia')
    expect(intention).toBe(intentionOf('n:s', decisionBody('sign', { ...empty, signs: true, passphrase: 'lain' })))
    expect(intention).not.toBe(intentionOf('n:s', decisionBody('approve', empty)))
  })
})
