import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { choiceLabel, regionTitle, villageTitle } from '../../catalogue/compile/labels.ts'
import { villageOffice } from '../../catalogue/compile/village-office.ts'
import { loadRegions, type Regions } from '../../catalogue/regions.ts'
import { type LetterInput, renderLetter } from '../../documents/render.ts'
import { fixturePack, fixtureService, type ServiceCode } from './fixture.ts'
import { sampleAnswers } from './sample-answers.ts'

let regions: Regions
beforeAll(async () => {
  regions = await loadRegions()
})

const signer = {
  name: 'Drs. Agus Santosa, M.Si.',
  position: 'Kepala Dinas',
  rank: 'Pembina Utama Muda',
  nip: '197001011995031001',
}
const home = '35.10.13.2013'

/** A document of a service filled with the sample answers; the smallest PNG stands for the photograph. */
async function letter(
  code: ServiceCode,
  document: string,
  change: Partial<LetterInput['data']> = {},
): Promise<Uint8Array> {
  const { definition, letters } = await fixtureService(code)
  const { regency, crest, agencies, villages } = await fixturePack()
  const issued = definition.documents.find((one) => one.code === document)
  if (!issued || issued.kind === 'external') throw new Error(`${code} makes no ${document}`)
  const template = letters[issued.letter]
  if (!template) throw new Error(`${code} has no letter ${issued.letter}`)
  const agency = agencies.find((one) => one.code === definition.agency) ?? villageOffice(villages, regions, home)
  return renderLetter({
    template,
    letterhead: { ...agency.letterhead, crest: { svg: crest } },
    verification: { url: 'https://contoh.test/verifikasi/1' },
    legalNotes: regency.legalNotes,
    timeZone: regency.timeZone,
    watermark: 'CONTOH – tidak berlaku',
    lookups: {
      region: (region) => regionTitle(regions, region),
      choice: (path, value) => choiceLabel(definition, path, value, 'id'),
    },
    images: { foto },
    data: {
      answers: sampleAnswers[code],
      applicant: { name: 'Sri Rahayu Ningtyas', nik: '3510135408910001', village: villageTitle(regions, home) },
      application: { number: 'BWI-2026-000123', filedAt: '2026-11-16T06:59:00Z', completeAt: '2026-11-17T02:00:00Z' },
      document: {
        number: '503/0042/SIPB/35.10/XI/2026',
        date: '2026-11-22T01:30:00Z',
        validUntil: '2031-11-21T16:59:59Z',
      },
      signer,
      agency: { name: agency.name, short: agency.short, place: agency.place, head: agency.head },
      village: { code: home, name: villageTitle(regions, home), district: 'Rogojampi' },
      regency: { name: regency.name },
      service: { name: definition.name.id },
      decision: { note: 'STR sudah tidak berlaku.' },
      ...change,
    },
  })
}

const foto = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** `LETTERS_TO=folder` keeps the PDFs for looking at. */
async function keep(name: string, pdf: Uint8Array): Promise<void> {
  const folder = process.env.LETTERS_TO
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.pdf`), pdf)
}

const documents: [ServiceCode, string][] = [
  ['sip-bidan', 'sip'],
  ['sip-bidan', 'penolakan'],
  ['sktm', 'sktm'],
  ['sktm', 'penolakan'],
  ['ak-1', 'ak-1'],
  ['ak-1', 'penolakan'],
  ['akta-kelahiran', 'penolakan'],
]

describe("the pack's letters", () => {
  it.each(documents)('%s: %s is filled, signed by a person or sealed by the agency', async (code, document) => {
    for (const [how, by] of [
      ['signed', signer],
      ['sealed', null],
    ] as const) {
      const pdf = await letter(code, document, { signer: by })
      await keep(`${code}-${document}-${how}`, pdf)
      expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-')
      expect(pagesOf(pdf)).toBe(1)
    }
  })

  it('a rejection without a note, and answers with every condition turned, still make a letter', async () => {
    await letter('sip-bidan', 'penolakan', { decision: { note: null } })
    const dated = { ...sampleAnswers['sip-bidan'], jenisStr: 'berjangka', strBerlakuSampai: '2028-01-31' }
    await keep('sip-bidan-dated', await letter('sip-bidan', 'sip', { answers: dated }))
    const { sekolah: _s, namaAnggota: _n, hubungan: _h, ...alone } = sampleAnswers.sktm
    await letter('sktm', 'sktm', {
      answers: { ...alone, untuk: 'diri-sendiri', keperluan: 'lainnya', keperluanLain: 'Keringanan air' },
    })
    const { pengalaman: _p, ...fresh } = sampleAnswers['ak-1']
    await letter('ak-1', 'ak-1', { answers: fresh })
  })
})

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  )
}
