import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chainHash } from '../../activities/record/digest.ts'
import { toEvent } from '../../activities/record/timeline.ts'
import { presentDocument } from '../../api/case/present-document.ts'
import { kindOf, search } from '../../api/search/find.ts'
import { foldCase } from '../../domain/case/reduce.ts'
import { isError } from '../../importer/rows/problem.ts'
import { Act } from '../../models/case/acts.ts'
import { allocateNumber } from '../../models/case/allocate-number.ts'
import { Application } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { Message } from '../../models/case/message.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { licenceRow, midwife, midwifeAnswers, wib } from './fixture.ts'
import { type House, openImportHouse } from './import-house.ts'

let house: House
/** A Friday morning; rows lie before it. */
const now = wib('2026-11-20 10:00')

beforeAll(async () => {
  house = await openImportHouse()
})
afterAll(() => house.close())

const find = (reference: string) =>
  house.inside(() => Application.findOne({ 'imported.reference': reference }).orFail().lean())
const linesOf = (application: string) => house.inside(() => TimelineEntry.find({ application }).sort({ seq: 1 }).lean())

/** Every document of every collection, as the driver sees it. */
async function everything(): Promise<Record<string, number>> {
  const collections = (await mongoose.connection.db?.listCollections().toArray()) ?? []
  const counts = await Promise.all(
    collections.map(async ({ name }) => [name, (await mongoose.connection.db?.collection(name).countDocuments()) ?? 0]),
  )
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

describe('a dry run', () => {
  test('writes nothing, and says what would happen and everything that is wrong', async () => {
    const path = await house.write('dry.jsonl', [
      licenceRow({ reference: 'DRY-1' }),
      licenceRow({ reference: 'DRY-2', status: 'rejected' }),
      licenceRow({ reference: 'DRY-1' }),
      licenceRow({ reference: 'DRY-3', document: { number: '503/0012/SIPB/35.10/XI/2026' } }),
      licenceRow({ reference: 'DRY-4', document: undefined }),
      licenceRow({ reference: 'DRY-5', steps: [{ act: 'approve', step: 'validasi', at: '2026-11-02 11:00' }] }),
    ])
    const before = await everything()
    const { rows, problems } = await house.plan(path, now)
    expect(await everything()).toEqual(before)
    expect(rows.map(({ reference, outlook }) => [reference, outlook.status, outlook.closed])).toEqual([
      ['DRY-1', 'approved', true],
    ])
    expect(problems.filter(isError).map(({ line, field }) => [line, field])).toEqual([
      [2, 'status'],
      [3, 'reference'],
      [4, 'document.number'],
      [5, 'document.number'],
      [6, 'steps.0'],
    ])
  })
})

describe('a closed case', () => {
  test('has lived its whole way: timeline chained, tasks decided, number issued, register entered, nobody told', async () => {
    const path = await house.write('closed.jsonl', [licenceRow({ reference: 'TUTUP-1' })])
    const { outcome } = await house.run(path, now)
    expect(outcome).toMatchObject({ taken: [{ reference: 'TUTUP-1', open: false }], failed: [], started: 0 })
    const application = await find('TUTUP-1')
    expect(application).toMatchObject({
      status: 'approved',
      number: expect.stringMatching(/^BWI-2026-\d{6}$/),
      channel: 'import',
      waiting: { kind: 'nobody' },
      closedAt: new Date(wib('2026-11-05 14:00')),
      acceptedAt: new Date(wib('2026-11-02 09:00')),
    })

    const lines = await linesOf(application._id)
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1))
    let previous = ''
    for (const line of lines) {
      previous = chainHash(previous, line.seq, toEvent(line))
      expect(line.hash).toBe(previous)
    }
    expect(foldCase(lines.map(toEvent))).toEqual(application.state)
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((a, b) => a - b))

    const tasks = await house.inside(() => Task.find({ application: application._id }).sort({ openedAt: 1 }).lean())
    expect(tasks.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'kelengkapan decided',
      'verifikasi decided',
      'rekomendasi decided',
      'validasi decided',
      'tanda-tangan decided',
    ])
    const [document] = await house.inside(() => IssuedDocument.find({ application: application._id }).lean())
    expect(document).toMatchObject({
      number: '503/0012/SIPB/35.10/XI/2026',
      kind: 'approval',
      agency: 'dpmptsp',
      signature: null,
      file: null,
      issuedAt: new Date(wib('2026-11-05 14:00')),
      validUntil: new Date(wib('2031-11-05 00:00') - 1),
    })
    const entries = await house.inside(() => RegisterEntry.find({ application: application._id }).lean())
    expect(entries).toMatchObject([{ register: 'sip-bidan', validUntil: new Date(wib('2031-11-05 00:00') - 1) }])
    expect(await house.inside(() => Message.countDocuments())).toBe(0)
    const byNumber = await house.inside(() => search('TUTUP-1', kindOf('TUTUP-1'), {}))
    expect(byNumber.map(({ _id }) => _id)).toEqual([application._id])
    if (!document) throw new Error('no document')
    const shown = presentDocument(document as DocumentRecord, {
      file: '/x',
      publicUrl: 'https://x',
      state: application.state,
    })
    expect(shown).toMatchObject({ number: '503/0012/SIPB/35.10/XI/2026', file: null, verifyUrl: null, signedBy: null })
    expect(await house.inside(() => Act.countDocuments({ application: application._id }))).toBe(5)
  })

  test('of which only beginning and end are known has no decisions made up for it, however old it is', async () => {
    const row = licenceRow({
      reference: 'ARSIP-1',
      filedAt: '3/5/2019',
      steps: [],
      closedAt: '20/5/2019',
      answers: {},
      document: { number: 'SIPB/99/2019', issuedAt: '20/5/2019', validUntil: '2024-05-20', file: 'lama.pdf' },
    })
    await writeFile(join(house.dir, 'lama.pdf'), '%PDF-1.4\n%%EOF\n')
    const { plan } = await house.run(await house.write('archive.jsonl', [row]), now)
    expect(plan.problems.map(({ field, severity }) => [field, severity])).toEqual([['document.number', 'warning']])
    const application = await find('ARSIP-1')
    expect(application).toMatchObject({ status: 'approved', number: expect.stringMatching(/^BWI-2019-/) })
    expect((await linesOf(application._id)).map(({ type }) => type)).toEqual([
      'received',
      'document-prepared',
      'document-signed',
      'register-entered',
      'closed',
    ])
    const [document] = await house.inside(() => IssuedDocument.find({ application: application._id }).lean())
    expect(document).toMatchObject({ file: expect.any(String), digest: expect.any(String), signature: null })
    const [entry] = await house.inside(() => RegisterEntry.find({ application: application._id }).lean())
    expect(entry?.validUntil).toEqual(new Date(wib('2024-05-21 00:00') - 1))
  })

  test('told step by step from before the calendar begins has clocks without instants', async () => {
    const steps = licenceRow().steps?.map((step) => ({ ...step, at: step.at.replace('2026-11', '2024-11') })) ?? []
    const row = licenceRow({
      reference: 'LAMA-2024',
      filedAt: '2024-11-02 09:00',
      steps,
      document: { number: '503/0001/SIPB/35.10/XI/2024' },
    })
    await house.run(await house.write('old.jsonl', [row]), now)
    const { state } = await find('LAMA-2024')
    expect(Object.values(state.clocks).map(({ instants, reached }) => [instants?.dueAt, reached.length])).toEqual(
      Object.values(state.clocks).map(() => [null, 0]),
    )
  })

  test('that was rejected, returned before, or withdrawn tells so', async () => {
    const [first, ...rest] = licenceRow().steps ?? []
    if (!first) throw new Error('no steps')
    const rejected = licenceRow({
      reference: 'TOLAK-1',
      status: 'rejected',
      steps: [
        first,
        {
          act: 'return',
          step: 'verifikasi',
          at: '2026-11-03 10:00',
          note: 'Foto buram',
          deficiencies: [{ target: 'document', name: 'foto', message: 'Foto buram' }],
        },
        { act: 'correct', at: '2026-11-04 10:00', answers: { ...midwifeAnswers, jadwal: 'Sabtu' } },
        { act: 'reject', step: 'verifikasi', at: '2026-11-05 10:00', note: 'STR tidak terdaftar' },
        { act: 'sign', step: 'tanda-tangan-penolakan', at: '2026-11-06 10:00', officer: 'kadis@demo.test' },
      ],
      document: { number: '503/0003/PENOLAKAN/XI/2026' },
    })
    const withdrawn = licenceRow({
      reference: 'CABUT-1',
      status: 'withdrawn',
      steps: [first, { act: 'withdraw', at: '2026-11-03 09:00', note: 'Pindah tempat' }],
      document: undefined,
    })
    expect(rest).toHaveLength(4)
    const { outcome } = await house.run(await house.write('others.jsonl', [rejected, withdrawn]), now)
    expect(outcome.failed).toEqual([])
    expect(await find('TOLAK-1')).toMatchObject({ status: 'rejected', answers: { jadwal: 'Sabtu' } })
    expect(await find('CABUT-1')).toMatchObject({ status: 'withdrawn' })
    const pauses = Object.values((await find('TOLAK-1')).state.clocks).flatMap(({ pauses }) => pauses)
    expect(pauses[0]).toMatchObject({ from: wib('2026-11-03 10:00'), until: wib('2026-11-04 10:00') })
  })
})

describe('numbers', () => {
  test('go on after the old register, whose gaps are told', async () => {
    const rows = [4, 5, 8].map((sequence) =>
      licenceRow({
        reference: `URUT-${sequence}`,
        document: { number: `503/000${sequence}/SIPB/35.10/XI/2025` },
        filedAt: '2025-11-03 09:00',
        steps: [],
        closedAt: '2025-11-10',
      }),
    )
    const { outcome } = await house.run(await house.write('numbers.jsonl', rows), now)
    expect(outcome.series).toEqual([
      {
        series: 'sip-bidan|2025',
        last: 8,
        gaps: [
          { from: 1, to: 3 },
          { from: 6, to: 7 },
        ],
      },
    ])
    const next = await house.inside(() =>
      allocateNumber({ series: 'sip-bidan|2025', key: 'k', format: (sequence) => `n${sequence}`, at: new Date() }),
    )
    expect(next).toBe('n9')
    const kept = await house.inside(() => GivenNumber.find({ series: 'sip-bidan|2025', status: 'issued' }).lean())
    expect(kept.map(({ text }) => text).toSorted()).toEqual(rows.map(({ document }) => document?.number))
    const again = licenceRow({
      reference: 'URUT-X',
      document: { number: '503/5/SIPB/35.10/XI/2025' },
      steps: [],
      closedAt: '2026-11-10',
    })
    const { problems } = await house.plan(await house.write('again.jsonl', [again]), now)
    expect(problems).toMatchObject([{ field: 'document.number', what: expect.stringContaining('here already') }])
  })
})

describe('the same file again', () => {
  test('changes nothing; a row that says something else is told and left alone', async () => {
    const rows = [
      licenceRow({ reference: 'DUA-1', document: { number: '503/0101/SIPB/35.10/XI/2026' } }),
      licenceRow({ reference: 'DUA-2', document: { number: '503/0102/SIPB/35.10/XI/2026' } }),
    ]
    const path = await house.write('twice.jsonl', rows)
    const first = await house.run(path, now)
    expect(first.outcome.taken).toHaveLength(2)
    const before = await everything()
    const application = await find('DUA-1')
    const second = await house.run(path, now + 86_400_000)
    expect(second.plan).toMatchObject({ rows: [], known: [{ isChanged: false }, { isChanged: false }], problems: [] })
    expect(await everything()).toEqual(before)
    expect(await find('DUA-1')).toEqual(application)
    await house.write('twice.jsonl', [
      { ...rows[0], applicant: { ...midwife, name: 'Nama Lain' } } as (typeof rows)[number],
    ])
    const third = await house.run(path, now)
    expect(third.plan.known).toMatchObject([{ isChanged: true }])
    expect(await find('DUA-1')).toEqual(application)
  })

  test('two runs at once write each case once', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      licenceRow({ reference: `BARENG-${index}`, document: { number: `503/02${10 + index}/SIPB/35.10/XI/2026` } }),
    )
    const path = await house.write('both.jsonl', rows)
    await Promise.allSettled([house.run(path, now), house.run(path, now)])
    await house.run(path, now)
    const all = await house.inside(() => Application.find({ 'imported.reference': /^BARENG-/ }).lean())
    expect(all).toHaveLength(12)
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['approved']))
  })
})
