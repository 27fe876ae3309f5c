import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationDetail } from '../../contracts/applications.ts'
import type { TaskRow } from '../../contracts/tasks.ts'
import { type CaseApiHouse, openCaseApiHouse, signed } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const skip = (application: string, name = 'verifikator') => house.postAs(name, '/api/demo/skip', { application })

test('a running case goes from rung to rung, and its clocks show its own present', async () => {
  const { id, number } = await house.file('sip-bidan')
  const start = (await house.detail('verifikator', id)).clocks[0]
  expect(start).toMatchObject({ amount: 1, unit: 'working-days', rungs: [{ reached: false }, {}, {}] })

  const half = await skip(id)
  expect(half.status, half.text).toBe(200)
  const detail = half.json as ApplicationDetail
  expect(detail.clocks[0]).toMatchObject({
    state: 'running',
    spentPercent: 50,
    rungs: [{ reached: true }, { reached: false }, {}],
  })
  expect(Date.parse(detail.asOf)).toBeGreaterThanOrEqual(Date.parse(start?.rungs[0]?.at ?? ''))

  await skip(id)
  const breached = (await skip(id)).json as ApplicationDetail
  expect(breached.clocks[0]).toMatchObject({ state: 'breached', spentPercent: 100 })
  const filter = new URLSearchParams({ filter: JSON.stringify({ state: 'breached' }) })
  const rows = (await house.getAs('supervisor', `/api/tasks?${filter}`)).json as TaskRow[]
  expect(rows.map((row) => row.number)).toEqual([number])
  expect(rows[0]?.clock.state).toBe('breached')

  const none = await skip(id)
  expect(none).toMatchObject({ status: 409, problem: { code: 'no-rung-ahead' } })
})

test('silence approves a licence before one’s eyes', async () => {
  const { id, number } = await house.file('sip-bidan')
  await house.walk({ number }, [['verifikator', 'kelengkapan']])
  for (let skips = 0; skips < 8 && (await house.read(id)).status !== 'deemed-approved'; skips += 1) {
    expect((await skip(id)).status).toBe(200)
    await house.until(id, { state: { latch: null } })
  }
  const { documents, basis } = (await house.until(id, { status: 'deemed-approved' })).state
  expect(Object.values(documents)).toMatchObject([{ code: 'sip', status: 'signed' }])
  expect(basis).toBe('skb-mpp-digital')
  const verification = await house.get(`/api/verify/${Object.keys(documents)[0]}`)
  expect(verification.json).toMatchObject({
    state: 'valid',
    basis: { id: expect.stringContaining('Keputusan Bersama') },
    signature: { intact: true },
  })
  await house.walk({ number }, [['supervisor', 'deemed-pengawasan', { decision: 'acknowledge' }]])
  await house.until(id, { closedAt: expect.any(Date) })
})

test('a case that had been moved ahead and is opened again stands in everybody’s time, as the clock of its new run does', async () => {
  const { id, number } = await house.file('sip-bidan')
  expect((await skip(id)).status).toBe(200)
  await house.walk({ number }, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
    ['kadis', 'tanda-tangan', signed],
  ])
  const amendment = { answers: { tempatLahir: 'Genteng' }, reason: 'Tempat lahir salah ketik.' }
  const answer = await house.postAs('kabid', `/api/applications/${id}/amend`, amendment)
  expect(answer.status, answer.text).toBe(200)
  const { asOf, clocks } = answer.json as ApplicationDetail
  expect(Date.parse(asOf)).toBeLessThanOrEqual(Date.now())
  expect(clocks.at(-1)).toMatchObject({ state: 'running', spentPercent: 0 })
})

test('only where it is a demonstration, and only by the case’s own office', async () => {
  const { id } = await house.file('ak-1')
  expect((await skip(id, 'verifikator')).status).toBe(404)
  expect((await skip(id, 'warga')).status).toBe(403)
  const real = await house.also({ DEMO: false })
  const token = await house.as('disnaker')
  expect((await real.post('/api/demo/skip', { token, body: { application: id } })).status).toBe(404)
  real.close()
})
