import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { projectRoot } from '../../infra/env.ts'
import { calendarOf } from '../../models/catalogue/catalogue.ts'
import { type Behaviour, usualBehaviour } from '../../rehearsal/behaviour.ts'
import { momentOf } from '../../rehearsal/moment.ts'
import { play } from '../../rehearsal/play.ts'
import { storyLines } from '../../rehearsal/print-story.ts'
import { openStage, type Stage } from '../../rehearsal/stage.ts'
import { type Story, storyOf } from '../../rehearsal/story.ts'

const pack = join(projectRoot, 'packs/banyuwangi')
let stage: Stage

beforeAll(async () => {
  const [mongoUri, temporalAddress] = [inject('mongoUri'), inject('temporalAddress')]
  stage = await openStage({ mongoUri, temporalAddress, pack, bundle: inject('workflowBundle') })
})
afterAll(() => stage?.close())

function rehearsal(service: string, at: string, changes: Partial<Behaviour> = {}): Promise<Story> {
  return stage.inside(async () => {
    const calendar = await calendarOf('banyuwangi')
    const moment = momentOf(at, { calendar, utcOffsetMinutes: 420, now: Date.now() })
    return storyOf(
      await play(stage, { service, behaviour: { ...usualBehaviour, ...changes }, at: moment, answers: {} }),
    )
  })
}

const texts = ({ lines }: Story) => lines.map(({ text }) => text)

describe('a rehearsal', () => {
  /**
   * Filed Thursday 4 March 2027, in Ramadan: completeness ends at 30 % of the one day that counts, Friday the 5th. The five
   * days of the term are then 16, 17, 18, 19 and 22 March: the 8th is Nyepi, Lebaran with its joint leave lasts from the
   * 9th to the 12th and the 15th, and between lie two weekends.
   */
  test('across Lebaran 2027 tells the right due date, and what silence does then', async () => {
    const story = await rehearsal('sip-bidan', '2027-03-04', { officers: 'absent' })
    expect(story.lines[0]).toMatchObject({ when: 'Kamis, 4 Maret 2027 pukul 08.00', text: 'Permohonan diterima.' })
    expect(story.term).toMatchObject({ due: 'Senin, 22 Maret 2027 pukul 16.00', met: false })
    expect(story.outcome).toBe('deemed-approved')
    expect(story.signed).toMatchObject([
      { number: '503/0001/SIPB/35.10/III/2027', when: 'Senin, 22 Maret 2027 pukul 16.00' },
    ])
    expect(story.told.some(({ subject }) => subject.includes('terbit dengan sendirinya'))).toBe(true)
    const said = storyLines(story).join('\n')
    expect(said).toContain('jatuh tempo Senin, 22 Maret 2027 pukul 16.00')
    expect(said).toContain('dianggap dikabulkan')
  })

  test('of prompt officers ends in time, signed by a person', async () => {
    const story = await rehearsal('sip-bidan', '2027-04-05')
    expect(story).toMatchObject({ outcome: 'approved', term: { met: true }, restsOn: null })
    expect(story.signed).toMatchObject([{ by: 'Pejabat signer-dpmptsp' }])
    expect(story.clocks.every(({ breached }) => !breached)).toBe(true)
  })

  test('of a signer on leave runs into the term', async () => {
    const story = await rehearsal('sip-bidan', '2027-04-05', { signer: 'on-leave' })
    expect(story.outcome).toBe('deemed-approved')
    expect(texts(story)).toContain('Penandatanganan ditutup karena jangka waktu habis.')
  })

  test('of a citizen who corrects stops the clocks for three working days; of one who never does, rests on them', async () => {
    const corrected = await rehearsal('sip-bidan', '2027-04-05', { citizen: 'corrects' })
    expect(corrected).toMatchObject({ outcome: 'approved', term: { met: true } })
    expect(texts(corrected)).toContain('Perbaikan dikirim oleh pemohon.')
    const left = await rehearsal('sip-bidan', '2027-04-05', { citizen: 'never-corrects' })
    expect(left).toMatchObject({ outcome: null, closedAt: null, restsOn: expect.stringContaining('Pemohon') })
    expect(storyLines(left).at(-1)).toContain('Berhenti selamanya')
  })

  test('of late officers goes past each of their clocks, until silence decides', async () => {
    const story = await rehearsal('sip-bidan', '2027-04-05', { officers: 'late' })
    expect(story).toMatchObject({ outcome: 'deemed-approved', term: { met: false } })
    expect(story.clocks.filter(({ amount, spent }) => amount === 1 && spent === 1.3).length).toBeGreaterThan(1)
  })

  /** Filed Monday 5 April 2027, returned at 30 % of the first day that counts, Tuesday: three working days on is Friday. */
  test('of a citizen who withdraws ends at the close of the third working day', async () => {
    const story = await rehearsal('sip-bidan', '2027-04-05', { citizen: 'withdraws' })
    expect(story).toMatchObject({ outcome: 'withdrawn', signed: [] })
    expect(story.lines.at(-1)?.when).toMatch(/^Jumat, 9 April 2027/)
    expect(storyLines(story).at(-1)).toContain('dicabut pemohon')
  })

  test('of a service with a levy and SIMBG is paid, waits through the ministry’s maintenance, and brings its document', async () => {
    const story = await rehearsal('pbg', '2027-04-05', { systems: 'maintenance' })
    expect(story).toMatchObject({ outcome: 'approved', restsOn: null })
    expect(texts(story).some((text) => /dibayar|pembayaran.*diterima/i.test(text))).toBe(true)
    const outside = story.clocks.find(({ name }) => name.includes('SIMBG'))
    expect(outside).toMatchObject({ breached: true })
    expect(story.signed.some(({ number }) => number.startsWith('SK-PBG-'))).toBe(true)
    expect(story.term?.met).toBe(true)
  })

  test('of an applicant who never pays is closed when their time is over', async () => {
    const story = await rehearsal('pbg', '2027-04-05', { payer: 'never-pays' })
    expect(story.outcome).toBe('lapsed')
  })

  test('of a service that OSS answers is told within minutes', async () => {
    const story = await rehearsal('nib-perorangan', '2027-04-05')
    expect(story).toMatchObject({ outcome: 'approved', term: { met: true } })
    expect(Date.parse(story.closedAt ?? '') - Date.parse(story.filedAt)).toBeLessThan(60 * 60_000)
  })

  test('of a service that is not there is refused by its name', async () => {
    await expect(rehearsal('sip-dukun', '2027-04-05')).rejects.toThrow('Layanan sip-dukun tidak ada')
  })
})
