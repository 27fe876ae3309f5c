import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sentenceOf } from '../../api/case/sentences.ts'
import { wordBook } from '../../api/case/words.ts'
import { whoseTime } from '../../domain/case/whose-time.ts'
import { longDateTime } from '../../domain/indonesian-time.ts'
import { startSpread } from '../../engine/calendars.ts'
import { authCollections } from '../../models/auth-database.ts'
import { keepMandate } from '../../models/authority/give-mandate.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { calendarOf } from '../../models/catalogue/catalogue.ts'
import { publishCalendar } from '../../models/catalogue/publish-calendar.ts'
import { Membership } from '../../models/membership.ts'
import { newLocalCa } from '../setup/local-authority.ts'
import { openPackHouse, type PackHouse, weeksUntilAhead } from './pack-house.ts'

const minuteMs = 60_000
const passphrase = 'kata-sandi'

type Due = { 50: string; 80: string; 100: string }
type Lebaran = {
  year: string
  /** A sip-bidan case complete in the last minute in which counters receive before the holidays. */
  complete: { filed: string; at: string; due: Due }
  /** When the last counter before work begins again has closed: received on the first working day after the holidays. */
  tooLate: { filed: string; at: string; due: string }
  /** Complete, returned after half of the day that counted, corrected on the last evening of the holidays. */
  corrected: { filed: string; complete: string; returned: string; at: string; due: Due }
  /** From the last working day; its last instant is on a working day after the holidays. */
  leave: { from: string; signs: string; until: string; minuteAfter: string }
  /** A cuti bersama more, on the first working day after; told on the last before. */
  announced: { day: string; on: string; due: Due }
  /** A village letter ten minutes before the last day closes, and one on the first day of Lebaran itself. */
  village: { filed: string; due: Due; onLebaran: string; dueThen: string }
}

/**
 * 2026. Ramadan's hours (08.00 to 15.00, Friday to 15.30) until Tuesday 17 March; closed from Wednesday 18 (Nyepi with its
 * joint leave, then Idul Fitri with its own) to Tuesday 24 with the weekend between; from Wednesday 25 on 07.30 to 16.00,
 * Friday to 16.30. Half of Friday's seven and a half hours is over at 11.15, as is half of any day of Ramadan.
 */
const lebaran2026: Lebaran = {
  year: '2026',
  // Counters closed at 14.00. Days: Wednesday 25, Thursday 26, Friday 27, Monday 30, Tuesday 31.
  complete: {
    filed: '2026-03-17 09:00',
    at: '2026-03-17 13:59',
    due: { 50: '2026-03-27 11:15', 80: '2026-03-30 16:00', 100: '2026-03-31 16:00' },
  },
  // The next day on which counters open is Wednesday 25: days from Thursday 26 to Wednesday 1 April.
  tooLate: { filed: '2026-03-17 09:00', at: '2026-03-17 14:00', due: '2026-04-01 16:00' },
  // Day 1 is Tuesday 17, half of it spent; four and a half days from Wednesday 25 end on Tuesday 31.
  corrected: {
    filed: '2026-03-16 08:00',
    complete: '2026-03-16 09:00',
    returned: '2026-03-17 11:15',
    at: '2026-03-24 20:00',
    due: { 50: '2026-03-26 16:00', 80: '2026-03-30 11:15', 100: '2026-03-31 11:15' },
  },
  leave: {
    from: '2026-03-17 08:00',
    signs: '2026-03-26 10:00',
    until: '2026-03-27 16:30',
    minuteAfter: '2026-03-27 16:31',
  },
  // Without Wednesday 25: Thursday 26, Friday 27, Monday 30, Tuesday 31, Wednesday 1 April.
  announced: {
    day: '2026-03-25',
    on: '2026-03-17 14:30',
    due: { 50: '2026-03-30 11:15', 80: '2026-03-31 16:00', 100: '2026-04-01 16:00' },
  },
  // Ten of the fifteen minutes on Tuesday 17 until 15.00, five on Wednesday 25 from 07.30.
  village: {
    filed: '2026-03-17 14:50',
    due: { 50: '2026-03-17 14:57', 80: '2026-03-25 07:32', 100: '2026-03-25 07:35' },
    onLebaran: '2026-03-21 10:00',
    dueThen: '2026-03-25 07:45',
  },
}

/**
 * 2027. Ramadan's hours until Friday 5 March; closed from Monday 8 (Nyepi) and Tuesday 9 over Idul Fitri (10 and 11, as
 * computed) to Monday 15; from Tuesday 16 on the usual hours. Counters open on Saturday 6 as well, until 13.00: what comes
 * in there counts as that day's, and what comes on Friday after 11.00 too, so that neither is a day later.
 */
const lebaran2027: Lebaran = {
  year: '2027',
  // Days: Tuesday 16, Wednesday 17, Thursday 18, Friday 19, Monday 22.
  complete: {
    filed: '2027-03-06 08:30',
    at: '2027-03-06 12:59',
    due: { 50: '2027-03-18 11:15', 80: '2027-03-19 16:30', 100: '2027-03-22 16:00' },
  },
  // Saturday 13 lies amid the joint leave and is no closure: counters open from 08.00 to 14.00, and what comes then has
  // Tuesday 16 as its day 1 still. After that it is Tuesday 16 that receives: days from Wednesday 17 to Tuesday 23.
  tooLate: { filed: '2027-03-13 08:30', at: '2027-03-13 14:00', due: '2027-03-23 16:00' },
  // Day 1 is Friday 5, half of it spent; four and a half days from Tuesday 16 end on Monday 22.
  corrected: {
    filed: '2027-03-04 08:00',
    complete: '2027-03-04 09:00',
    returned: '2027-03-05 11:15',
    at: '2027-03-15 20:00',
    due: { 50: '2027-03-17 16:00', 80: '2027-03-19 11:15', 100: '2027-03-22 11:15' },
  },
  leave: {
    from: '2027-03-05 08:00',
    signs: '2027-03-18 10:00',
    until: '2027-03-19 16:30',
    minuteAfter: '2027-03-19 16:31',
  },
  // Without Tuesday 16: Wednesday 17, Thursday 18, Friday 19, Monday 22, Tuesday 23.
  announced: {
    day: '2027-03-16',
    on: '2027-03-06 13:30',
    due: { 50: '2027-03-19 11:15', 80: '2027-03-22 16:00', 100: '2027-03-23 16:00' },
  },
  village: {
    filed: '2027-03-05 15:20',
    due: { 50: '2027-03-05 15:27', 80: '2027-03-16 07:32', 100: '2027-03-16 07:35' },
    onLebaran: '2027-03-10 10:00',
    dueThen: '2027-03-16 07:45',
  },
}

describe.each([lebaran2026, lebaran2027])('across Lebaran $year', (lebaran) => {
  let house: PackHouse

  beforeAll(async () => {
    house = await openPackHouse({ weeks: weeksUntilAhead(lebaran.corrected.filed.slice(0, 10)) })
    await house.inside(async () => {
      await enlist('kadis', 'Drs. Agus Santosa', { role: 'signer', position: 'Kepala Dinas Contoh', nip: '1970' })
      await enlist('kabid', 'Hariyanto', { role: 'section-head', position: 'Kepala Bidang', nip: '1980' })
    })
  })
  afterAll(() => house?.close())

  async function enlist(
    account: string,
    name: string,
    held: { role: 'signer' | 'section-head'; position: string; nip: string },
  ) {
    await mongoose.connection
      .collection<{ _id: string }>(authCollections.user)
      .insertOne({ _id: account, name, email: `${account}@contoh.test` } as never)
    await Membership.create([{ account, agency: 'dpmptsp', from: new Date(0), ...held }])
    await newLocalCa().enrol({ id: `${house.regency}/${account}`, name, agency: 'Dinas Contoh' }, passphrase)
  }

  const approve = (one: ApplicationRecord, step: string, officer: string) =>
    house.decide(one, `${one.number}:${step}`, officer, { decision: 'approve' })

  /** A case of a midwife, declared complete then. */
  async function complete({ filed, at }: { filed: string; at: string }): Promise<ApplicationRecord> {
    const one = await house.accept('sip-bidan', filed)
    await house.goTo(one, at)
    await approve(one, 'kelengkapan', 'vera')
    return house.read(one._id)
  }

  const dueAt = async (one: ApplicationRecord) => (await house.read(one._id)).dueAt?.getTime()

  /** Each rung of a clock with how many minutes after the instant it fired; a rung that fired twice shows twice. */
  async function rungs(one: ApplicationRecord, clock: string, due: Due) {
    const lines = (await house.linesOf(one, 'rung-reached')).filter(({ data }) => data.clock === clock)
    return lines.map(({ data, at }) => {
      const late = (at - house.at(due[data.percent as keyof Due])) / minuteMs
      return { percent: data.percent, onTime: late >= -1 && late <= 1 }
    })
  }
  const eachOnce = [50, 80, 100].map((percent) => ({ percent, onTime: true }))

  async function deemedAt(one: ApplicationRecord, due: Due): Promise<void> {
    await house.goTo(one, due[100], { minutes: 1 })
    await house.until(one, { status: 'deemed-approved' })
    expect(await rungs(one, 'term', due)).toEqual(eachOnce)
    const documents = await house.inside(() => IssuedDocument.find({ application: one._id }).lean())
    expect(documents).toHaveLength(1)
  }

  test('silence approves at the close of the fifth working day after the holidays, each rung once', async () => {
    const one = await complete(lebaran.complete)
    expect(await dueAt(one)).toBe(house.at(lebaran.complete.due[100]))
    await house.goTo(one, lebaran.complete.due[100], { minutes: -1 })
    expect(await house.read(one._id)).toMatchObject({ status: 'in-progress' })
    await deemedAt(one, lebaran.complete.due)
  })

  test('past the last counter it is the first working day after them that receives, and everything a day later', async () => {
    const one = await complete(lebaran.tooLate)
    expect(await dueAt(one)).toBe(house.at(lebaran.tooLate.due))
  })

  test('a return for correction that lasts over the holidays costs the office nothing', async () => {
    const { filed, complete: completed, returned, at, due } = lebaran.corrected
    const one = await complete({ filed, at: completed })
    // A moment later: a rung falls on that instant, and a leap of this server's that ends on a timer may leave it behind.
    await house.goTo(one, returned, { minutes: 1 / 60 })
    await house.decide(one, `${one.number}:verifikasi`, 'vera', {
      decision: 'return',
      deficiencies: [{ target: 'field', name: 'namaTempat', message: 'Tulis nama praktik' }],
    })
    await house.goTo(one, at)
    expect(await house.read(one._id)).toMatchObject({ status: 'returned', dueAt: null })
    expect(await rungs(one, 'term', due)).toEqual([])
    await house.correct(one, { ...one.answers, namaTempat: 'Praktik Mandiri Bidan Sri Rahayu' })
    const until = house.at(at)
    const spent = whoseTime(await house.timeline(one), await house.inside(() => calendarOf('banyuwangi')), until)
    const daysOf = (kind: string) => spent.holders.find((holder) => holder.kind === kind)?.workingDays
    expect(daysOf('agency'), 'a day until the receipt counts, half a day of the term').toBeCloseTo(1.5, 2)
    expect(daysOf('applicant'), 'the other half of that day, and no day of the holidays').toBeCloseTo(0.5, 2)
    const { instants } = (await house.read(one._id)).state.clocks.term ?? {}
    for (const percent of [50, 80, 100] as const) {
      const rung = instants?.rungs.find((each) => each.percent === percent)?.at ?? 0
      expect(Math.abs(rung - house.at(due[percent])), `${percent} %`).toBeLessThan(minuteMs)
    }
    await deemedAt(one, due)
  })

  describe('a stand-in by letter for a signer on leave', () => {
    const { leave } = lebaran

    /** At its signature on the last working day. */
    async function atSignature(): Promise<ApplicationRecord> {
      const one = await complete({ filed: leave.from, at: leave.from.replace('08:00', '09:00') })
      await approve(one, 'verifikasi', 'vera')
      await approve(one, 'rekomendasi', 'tekno')
      await approve(one, 'validasi', 'kasi')
      return house.until(one, { waiting: { step: 'tanda-tangan' } })
    }
    const sign = (one: ApplicationRecord, officer: string) =>
      house.decide(one, `${one.number}:tanda-tangan`, officer, { decision: 'sign' }, { passphrase })
    const signatureOf = ({ _id }: ApplicationRecord) =>
      house.inside(async () =>
        (await IssuedDocument.find({ application: _id }).lean()).map(({ signature }) => signature),
      )

    beforeAll(() =>
      house.inside(async () => {
        const key = randomUUID()
        await keepMandate({
          ...{ _id: key, kind: 'plh', holder: 'kabid', for: 'kadis', role: 'signer', agency: 'dpmptsp', village: null },
          ...{ servicePoint: null, position: 'Kepala Dinas Contoh', from: new Date(house.at(leave.from)) },
          ...{
            until: new Date(house.at(leave.until)),
            letter: { number: '800/3', date: house.date(leave.from.slice(0, 10)) },
          },
          ...{ scope: { services: null, withheld: [] }, givenBy: 'admin', key, digest: 'd', givenAt: new Date() },
        })
      }),
    )

    test('signs after the holidays, as long as the letter holds', async () => {
      const one = await atSignature()
      await house.goTo(one, leave.signs)
      await sign(one, 'kabid')
      expect(await house.read(one._id)).toMatchObject({ status: 'approved' })
      expect(await signatureOf(one)).toMatchObject([{ by: 'Hariyanto', position: 'Plh. Kepala Dinas Contoh' }])
    })

    test('signs nothing the minute after its end; the signer, back again, does', async () => {
      const one = await atSignature()
      await house.goTo(one, leave.minuteAfter)
      await expect(sign(one, 'kabid')).rejects.toMatchObject({ kind: 'signing', code: 'signing-mandate-ended' })
      expect(await house.read(one._id)).toMatchObject({ status: 'in-progress', state: { latch: null } })
      await sign(one, 'kadis')
      expect(await signatureOf(one)).toMatchObject([{ by: 'Drs. Agus Santosa', position: 'Kepala Dinas Contoh' }])
    })
  })

  test('a village counts its minutes up to the last closing, and goes on with the first morning', async () => {
    const { filed, due, onLebaran, dueThen } = lebaran.village
    const one = await house.accept('sktm', filed, { channel: 'village' })
    const task = `${one.number}:tanda-tangan`
    expect(await dueAt(one)).toBe(house.at(due[100]))
    await house.goTo(one, due[100], { minutes: 1 })
    await house.until(one, { state: { clocks: { term: { reached: [50, 80, 100] } } } })
    expect(await rungs(one, 'term', due)).toEqual(eachOnce)
    expect(await rungs(one, task, due)).toEqual(eachOnce)
    expect(await house.read(one._id), 'a late letter is late, not lost').toMatchObject({ waiting: { task } })

    const other = await house.accept('sktm', onLebaran, { channel: 'village' })
    expect(await dueAt(other)).toBe(house.at(dueThen))
  })

  test('a joint leave announced on the last day before it moves what runs, and says so in plain words', async () => {
    const { day, on, due } = lebaran.announced
    const one = await complete(lebaran.complete)
    await house.goTo(one, on)
    const before = (await dueAt(one)) ?? 0
    expect(before).toBe(house.at(lebaran.complete.due[100]))
    await announce(one, day)
    await expect.poll(() => dueAt(one), { timeout: 30_000 }).toBe(house.at(due[100]))

    const lines = await house.linesOf(one, 'clock-reprojected')
    const told = lines.find(({ data }) => data.clock.id === 'term')
    expect(told).toMatchObject({ by: { kind: 'officer', id: 'katalog' } })
    expect(Math.abs((told?.at ?? 0) - house.at(on)), 'on that day').toBeLessThan(5 * minuteMs)
    const words = await house.inside(() => wordBook()(one))
    const sentence = told ? sentenceOf(told, words).id : ''
    expect(sentence).toContain('Cuti bersama Idulfitri ditambah satu hari (SKB 3 Menteri, contoh)')
    expect(sentence).toContain(
      `Jatuh tempo ${longDateTime(house.at(due[100]), 420)}, semula ${longDateTime(before, 420)}.`,
    )
    await house.goTo(one, lebaran.complete.due[100], { minutes: 1 })
    expect(await house.read(one._id)).toMatchObject({ status: 'in-progress' })
    await deemedAt(one, due)
  })

  /** Another day off by the three ministers, carried to the cases as the worker does. */
  async function announce(one: ApplicationRecord, day: string): Promise<void> {
    const shift = house.at(lebaran.announced.on) - Date.now()
    await house.inside(async () => {
      // The case's own present, which the fan-out goes by.
      await Application.updateOne({ _id: one._id }, { $set: { shift } })
      const name = { id: 'Cuti bersama Idulfitri', en: 'Eid al-Fitr joint leave' }
      const source = 'SKB 3 Menteri, contoh'
      const closures = [{ date: house.date(day), kind: 'cuti-bersama' as const, name, source }]
      const { code, version: base } = await calendarOf('banyuwangi', 'fresh')
      const reason = 'Cuti bersama Idulfitri ditambah satu hari'
      const publication = { code, base, change: { closures, source }, reason, source }
      const published = await publishCalendar(publication, { by: 'katalog', key: randomUUID(), asked: 'd' })
      expect(published).toMatchObject({ versions: expect.arrayContaining([{ code, version: base + 1 }]) })
      // Test files share the Temporal server, where a version's fan-out has one name.
      const version = Date.now() % 1_000_000_000
      await startSpread(house.engine, { regency: house.regency, calendar: code, version })
    })
  }
})
