import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TrayRow, trayLimit } from '../../contracts/tray.ts'
import { Act } from '../../models/case/acts.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { Job as Jobs } from '../../models/job/job.ts'
import { type CaseApiHouse, openCaseApiHouse, passphrase, signed } from './case-api-house.ts'
import { told, toSign, trayHands } from './tray-hands.ts'

let house: CaseApiHouse
let hands: ReturnType<typeof trayHands>

beforeAll(async () => {
  house = await openCaseApiHouse()
  hands = trayHands(house)
})
afterAll(() => house.close())

const signatures = (id: string) =>
  house.inside(() => TimelineEntry.countDocuments({ application: id, type: 'document-signed' }))

describe('the tray', () => {
  test('shows what waits for one’s name, what is to be looked at first at its head, and why', async () => {
    const [plain, late, soon, tried, refused] = await hands.letters(5)
    if (!plain || !late || !soon || !tried || !refused) throw new Error('not filed')
    await house.inside(async () => {
      const hour = 3_600_000
      await Task.updateOne({ task: toSign(late) }, { $set: { dueAt: new Date(Date.now() - hour) } })
      await Task.updateOne({ task: toSign(soon) }, { $set: { warnAt: new Date(Date.now() - hour) } })
    })
    const wrong = { decision: 'sign', signing: { passphrase: 'salah' } }
    expect((await house.decide('kades', toSign(tried), wrong)).status).toBe(422)
    await house.walk(refused, [['kades', 'tanda-tangan', { decision: 'reject', note: 'Bukan warga desa ini' }]])
    await house.until(refused.id, { waiting: { kind: 'office' } })
    const rejection = `${refused.number}:rejection-tanda-tangan-penolakan`

    const rows = (await house.getAs('kades', '/api/tray')).json as TrayRow[]
    const shown = (id: string) => rows.find((row) => row.id === id)
    const codes = (id: string) => shown(id)?.lookFirst.map(({ code }) => code)
    expect(codes(toSign(plain))).toEqual([])
    expect(codes(toSign(late))).toEqual(['overdue'])
    expect(codes(toSign(soon))).toEqual(['due-soon'])
    // A mistyped passphrase says nothing of the letter.
    expect(codes(toSign(tried))).toEqual([])
    expect(codes(rejection)).toEqual(['refusal'])
    const odd = rows.map(({ lookFirst }) => lookFirst.length > 0)
    expect(odd).toEqual(odd.toSorted((one, other) => Number(other) - Number(one)))
    expect(shown(toSign(plain))).toMatchObject({ document: { id: expect.stringMatching(/Tidak Mampu/i) } })
    const preview = await house.getAs('kades', shown(toSign(plain))?.preview ?? '')
    expect(preview.headers.get('content-type')).toContain('application/pdf')
  })

  test('tells what an officer noted on the way', async () => {
    const { number } = await house.file('sip-bidan')
    await house.walk({ number }, [
      ['verifikator', 'kelengkapan'],
      ['verifikator', 'verifikasi', { decision: 'approve', note: 'STR berlaku sampai bulan depan' }],
      ['teknis', 'rekomendasi'],
      ['kabid', 'validasi'],
    ])
    const rows = (await house.getAs('kadis', '/api/tray')).json as TrayRow[]
    expect(rows.find((row) => row.number === number)?.lookFirst).toEqual([
      {
        code: 'note',
        text: 'STR berlaku sampai bulan depan',
        step: { id: expect.any(String), en: expect.any(String) },
      },
    ])
  })
})

describe('one passphrase for many documents', () => {
  test('signs each, tells each number, and is kept nowhere', async () => {
    const letters = await hands.letters(6)
    const job = await hands.sign([...letters.map(toSign), 'X-1:tiada'])
    expect(job).toMatchObject({ kind: 'sign', decision: 'sign', doneAt: null })
    const after = await hands.ended(job)
    expect(told(after)).toEqual([...letters.map(() => 'done'), 'refused not-found'])
    for (const [index, { id }] of letters.entries()) {
      expect((await house.read(id)).status).toBe('approved')
      const [document] = await house.inside(() => IssuedDocument.find({ application: id }).lean())
      expect(after.rows[index]?.document).toEqual({ id: document?._id, number: document?.number })
      expect(await signatures(id)).toBe(1)
    }
    expect(new Set(after.rows.map(({ document }) => document?.number)).size).toBe(letters.length + 1)
    const kept = await house.inside(async () => [await Jobs.find().lean(), await Act.find().lean()])
    expect(JSON.stringify(kept)).not.toContain(passphrase)
  })

  test('that is wrong is tried once: the rest is not attempted, and is signed with the right one', async () => {
    const letters = await hands.letters(4)
    const after = await hands.ended(await hands.sign(letters.map(toSign), 'bukan frasa sandi'))
    expect(told(after)).toEqual([
      'refused signing-wrong-secret',
      ...letters.slice(1).map(() => 'skipped signing-wrong-secret'),
    ])
    expect(after.rows[1]?.message?.id).toMatch(/^Belum dicoba/)
    const acts = await house.inside(() => Act.countDocuments({ application: { $in: letters.map(({ id }) => id) } }))
    expect(acts, 'only one was asked for').toBe(1)
    const again = await hands.ended(await hands.sign(letters.map(toSign)))
    expect(told(again)).toEqual(letters.map(() => 'done'))
    for (const { id } of letters) expect(await signatures(id)).toBe(1)
  })

  test('is one tray under one key, and two trays of the same letters sign each once', async () => {
    const letters = await hands.letters(3)
    const tasks = letters.map(toSign)
    const key = randomUUID()
    const [one, same, other] = await Promise.all([
      hands.sign(tasks, passphrase, key),
      hands.sign(tasks, passphrase, key),
      hands.sign(tasks),
    ])
    expect(same.id).toBe(one.id)
    const ends = [await hands.ended(one), await hands.ended(other)]
    for (const [index, { id }] of letters.entries()) {
      expect(await signatures(id)).toBe(1)
      const states = ends.map(({ rows }) => rows[index]?.state)
      expect(states.filter((state) => state === 'done')).toHaveLength(1)
      expect(ends.flatMap(({ rows }) => rows[index]?.code ?? []).join()).toMatch(
        /^(task-not-open|case-busy|case-closed)$/,
      )
    }
    const body = { tasks: [{ id: 'X-1:lain' }], signing: { passphrase } }
    const reused = await house.postAs('kades', '/api/tasks/sign', body, { key })
    expect(reused).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
  })

  test('leaves alone what is not to be signed', async () => {
    const { number } = await house.file('sip-bidan')
    const body = { tasks: [{ id: `${number}:kelengkapan` }], signing: { passphrase } }
    const answer = await house.postAs('kadis', '/api/tasks/sign', body)
    const { id } = answer.json as { id: string }
    await expect
      .poll(async () => (await house.getAs('kadis', `/api/jobs/${id}`)).json, { timeout: 20_000 })
      .toMatchObject({ doneAt: expect.any(String), rows: [{ state: 'refused', code: 'not-allowed' }] })
  })

  test('answers what is wrong with a request by its field', async () => {
    const task = { id: 'X-1:tiada' }
    const post = (body: object, key?: null) =>
      house.post('/api/tasks/sign', { token: tokens, body, ...(key === null ? { key } : {}) })
    const tokens = await house.as('kades')
    const fields = async (body: object) => {
      const { status, problem, text } = await post(body)
      expect(text).not.toContain('rahasia')
      return [status, ...(problem.errors ?? []).map(({ field }) => field)]
    }
    expect(await fields({ tasks: [task] })).toEqual([400, 'signing'])
    expect(await fields({ tasks: [task], signing: { passphrase: '' } })).toEqual([400, 'signing.passphrase'])
    expect(await fields({ tasks: [], signing: { passphrase } })).toEqual([400, 'tasks'])
    const many = Array.from({ length: trayLimit + 1 }, (_, index) => ({ id: `X-${index}:tiada` }))
    expect(await fields({ tasks: many, signing: { passphrase } })).toEqual([400, 'tasks'])
    expect(await fields({ tasks: [{ ...task, note: 'x' }], signing: { passphrase: 'rahasia' } })).toEqual([
      400,
      'tasks.0.note',
    ])
    expect((await post({ tasks: [task], signing: { passphrase } }, null)).problem.code).toBe('idempotency-key-missing')
  })
})

describe('a tray whose process died', () => {
  /** As the process leaves it: the job is its own until the lease runs out, and nobody else has the passphrase. */
  async function leaveBehind(id: string, states: string[]): Promise<void> {
    const dead = { holder: 'dead', until: new Date(Date.now() - 1) }
    const rows = Object.fromEntries(states.map((state, index) => [`rows.${index}.state`, state]))
    await house.inside(() => Jobs.updateOne({ _id: id }, { $set: { ...rows, doneAt: null, lease: dead } }))
  }

  test('is not signed any further by anybody: its rows say what the cases say', async () => {
    const letters = await hands.letters(3)
    const [made, never, waiting] = letters
    if (!made || !never || !waiting) throw new Error('not filed')
    const job = await hands.ended(await hands.sign([toSign(made)]))
    const key = (await house.inside(() => Jobs.findOne({ _id: job.id }).orFail().lean())).key
    const rows = [made, never, waiting].map((letter) => ({
      task: toSign(letter),
      number: letter.number,
      state: 'under-way',
      code: null,
      message: null,
    }))
    await house.inside(() => Jobs.updateOne({ _id: job.id }, { $set: { rows } }))
    await leaveBehind(job.id, ['under-way', 'under-way', 'waiting'])
    const after = await hands.ended(job)
    expect(told(after)).toEqual(['done', 'skipped signing-interrupted', 'skipped signing-interrupted'])
    expect(after.rows[0]?.document?.number).toBe(job.rows[0]?.document?.number)
    const acts = await house.inside(() => Act.countDocuments({ key: { $regex: `^${key}:` } }))
    expect(acts, 'no decision was made of what was left').toBe(1)
    expect(told(await hands.ended(await hands.sign([toSign(never), toSign(waiting)])))).toEqual(['done', 'done'])
  })

  test('tells a failure that the case knows of, and unknown where nothing came of what was said', async () => {
    const [refused, lost] = await hands.letters(2)
    if (!refused || !lost) throw new Error('not filed')
    const job = await hands.ended(await hands.sign([toSign(refused), toSign(lost)], 'salah'))
    const { key } = await house.inside(() => Jobs.findOne({ _id: job.id }).orFail().lean())
    await house.inside(async () => {
      const [act] = await Act.find({ key: `${key}:${toSign(refused)}` }).lean()
      if (!act) throw new Error('no act')
      const old = new Date(Date.now() - 60_000)
      const content = { ...act.content, task: toSign(lost) }
      const twin = { ...act, _id: randomUUID(), application: lost.id, key: `${key}:${toSign(lost)}`, at: old, content }
      await Act.insertMany([twin])
    })
    await leaveBehind(job.id, ['under-way', 'under-way'])
    expect(told(await hands.ended(job))).toEqual(['refused signing-wrong-secret', 'unknown signing-unknown'])
    expect((await house.decide('kades', toSign(lost), signed)).status).toBe(200)
  })
})
