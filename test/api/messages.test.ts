import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InAppMessage, MessageRow } from '../../contracts/messages.ts'
import { Message } from '../../models/case/message.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const log = async (name: string, filter: object = {}) => {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) })
  return (await house.getAs(name, `/api/messages?${query}`)).json as MessageRow[]
}

describe('the log', () => {
  test('says what was told by which way, addresses masked, within one’s office', async () => {
    const { id, number } = await house.file('sip-bidan')
    const rows = await log('verifikator', { application: id })
    expect(rows.map(({ way, to, trigger }) => `${trigger} ${way} ${to}`).sort()).toEqual([
      'received email wa***@demo.test',
      'received in-app S. R. N.',
    ])
    expect(rows[0]).toMatchObject({ number, service: 'sip-bidan', subject: expect.any(String) })
    expect(JSON.stringify(rows)).not.toContain('warga@demo.test')
    expect((await log('teknis', { application: id })).length).toBe(2)
    expect(await log('dukcapil', { application: id })).toEqual([])
    expect(await log('kades', { application: id })).toEqual([])
    expect((await log('admin', { application: id, way: 'email', status: 'queued' })).length).toBe(1)
  })

  test('of a village letter is the village’s', async () => {
    const { id } = await house.file('sktm')
    const rows = await log('kades', { application: id })
    expect(rows.map(({ way, to }) => `${way} ${to}`).sort()).toEqual(['in-app S. M.', 'print Dicetak untuk pemohon'])
    expect(await log('verifikator', { application: id })).toEqual([])
  })

  test('is read by its index', async () => {
    const plan: unknown = await house.inside(() =>
      Message.find({ $and: [{ $or: [{ 'case.agencies': 'dpmptsp' }] }, {}] })
        .sort({ queuedAt: -1, _id: -1 })
        .explain('queryPlanner')
        .lean(),
    )
    const winning = JSON.stringify((plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan)
    expect(winning).toContain('"indexName":"log-of-agency"')
    expect(winning).not.toContain('"stage":"SORT"')
  })
})

describe('my messages', () => {
  const mine = async (name: string) => (await house.getAs(name, '/api/me/messages')).json as InAppMessage[]

  test('are told in full, and noted as read once I say so', async () => {
    const { number } = await house.file('sip-bidan')
    const [newest] = await mine('warga')
    expect(newest).toMatchObject({ number, read: false, text: expect.stringContaining(number) })
    const read = await house.postAs('warga', `/api/me/messages/${newest?.id}/read`, {})
    expect(read.json).toMatchObject({ id: newest?.id, read: true })
    expect((await mine('warga'))[0]?.read).toBe(true)
  })

  test('are those of my desk too, each reader’s own to have read', async () => {
    const { id, number } = await house.file('sip-bidan')
    const deficiencies = [{ target: 'other', name: 'lain', message: 'Lengkapi' }]
    await house.walk({ number }, [['verifikator', 'kelengkapan', { decision: 'return', deficiencies }]])
    const { answers, attachments } = await house.detail('warga', id)
    const documents = attachments.map(({ code, file }) => ({ code, file: file.id }))
    await house.postAs('warga', `/api/applications/${id}/correct`, { answers, documents })
    const desk = (await mine('verifikator')).find((message) => message.number === number)
    expect(desk).toMatchObject({ read: false })
    expect((await mine('teknis')).some((message) => message.number === number)).toBe(false)
  })

  test('are nobody else’s to mark', async () => {
    await house.file('ak-1')
    const [newest] = await mine('warga')
    expect((await house.postAs('kadis', `/api/me/messages/${newest?.id}/read`, {})).status).toBe(404)
    expect((await house.postAs('kadis', '/api/me/messages/none/read', {})).status).toBe(404)
  })
})
