import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AbsenceRow } from '../../contracts/absences.ts'
import type { OfficerRow } from '../../contracts/mandates.ts'
import { Audit } from '../../models/audit.ts'
import { keepAbsence } from '../../models/authority/absence.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse
let officers: OfficerRow[]
const hour = 3_600_000
const iso = (ms: number) => new Date(Date.now() + ms).toISOString()
const away = (changes: object = {}) => ({ from: iso(0), until: iso(48 * hour), reason: 'leave', ...changes })

beforeAll(async () => {
  house = await openCaseApiHouse({ worker: false })
  officers = (await house.getAs('admin', '/api/officers')).json as OfficerRow[]
})
afterAll(() => house.close())

const idOf = (name: string) => officers.find((each) => each.name === name)?.id

describe('an absence', () => {
  test('is recorded by oneself, seen by the office’s supervisor and head, and ended once', async () => {
    const answer = await house.postAs('verifikator', '/api/absences', away(), { key: 'cuti-saya-sendiri' })
    expect(answer.status, answer.text).toBe(201)
    const row = answer.json as AbsenceRow
    expect(row).toMatchObject({ person: { name: 'Bagus Prasetyo' }, state: 'current', actions: ['end'] })
    expect((await house.postAs('verifikator', '/api/absences', away(), { key: 'cuti-saya-sendiri' })).status).toBe(422)
    for (const who of ['supervisor', 'kadis', 'admin', 'verifikator']) {
      expect((await house.getAs(who, '/api/absences')).json, who).toMatchObject([{ id: row.id }])
    }
    for (const who of ['teknis', 'desa']) expect((await house.getAs(who, '/api/absences')).json, who).toEqual([])
    expect((await house.postAs('teknis', `/api/absences/${row.id}/end`, {})).status).toBe(404)
    const ended = (await house.postAs('supervisor', `/api/absences/${row.id}/end`, {})).json as AbsenceRow
    expect(ended).toMatchObject({ state: 'past', ended: { by: { name: 'Endang Lestari, M.M.' } } })
    expect((await house.postAs('admin', `/api/absences/${row.id}/end`, {})).json).toMatchObject({ ended: ended.ended })
  })

  test('sent twice at once under one key is one absence', async () => {
    const body = away({ from: iso(100 * hour), until: iso(110 * hour) })
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        house.postAs('admin', '/api/absences', { ...body, account: idOf('Bagus Prasetyo') }, { key: 'cuti-bersamaan' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ json }) => (json as AbsenceRow).id)).size).toBe(1)
  })

  test('of another is recorded by their head or supervisor, not by a colleague', async () => {
    const account = idOf('Bagus Prasetyo')
    expect((await house.postAs('kabid', '/api/absences', away({ account }))).status).toBe(403)
    expect((await house.postAs('kadispu', '/api/absences', away({ account }))).status).toBe(403)
    expect((await house.postAs('kadis', '/api/absences', away({ account }))).status).toBe(201)
    expect((await house.postAs('warga', '/api/absences', away())).status).toBe(403)
    expect((await house.postAs('kabid', '/api/absences', away({ account: 'nobody' }))).status).toBe(403)
  })

  test.each([
    ['until', { until: iso(-hour) }],
    ['from', { from: iso(-50 * hour) }],
    ['until', { until: iso(400 * 24 * hour) }],
    ['account', { account: 'nobody' }],
  ])('names %s: %j', async (field, changes) => {
    const { status, problem } = await house.postAs(
      'admin',
      '/api/absences',
      away({ account: idOf('Bagus Prasetyo'), ...changes }),
    )
    expect({ status, fields: problem.errors?.map((each) => each.field) }).toEqual({ status: 422, fields: [field] })
  })

  test('that is over is not ended any more', async () => {
    const [from, until, by] = [
      new Date(Date.now() - 2 * hour),
      new Date(Date.now() - hour),
      idOf('Bagus Prasetyo') ?? '',
    ]
    const offices = { agencies: ['dpmptsp'], villages: [] }
    const over = { _id: 'sudah-lewat', account: by, ...offices, from, until, reason: 'sick' as const }
    await house.inside(() => keepAbsence({ ...over, by, key: 'sudah-lewat', digest: 'd', at: from }))
    const answer = await house.postAs('admin', `/api/absences/${over._id}/end`, {})
    expect(answer.json, answer.text).toMatchObject({ state: 'past', ended: null })
    const lines = await house.inside(() => Audit.find({ 'subject.id': over._id }).lean())
    expect(lines.map(({ act }) => act)).toEqual(['record-absence'])
  })
})
