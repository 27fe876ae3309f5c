import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ReceiveNib } from '../../../contracts/oss.ts'
import { OssClient } from '../../../integrations/oss/client.ts'
import { businessesOf, businessKey } from '../../../integrations/oss/match.ts'
import type { IzinStatus } from '../../../integrations/oss/messages.ts'
import { Oss } from '../../../integrations/oss/oss.ts'
import { codeOf, filing, simulatedOss } from './simulated.ts'

let side: Awaited<ReturnType<typeof simulatedOss>>
let oss: Oss
beforeEach(async () => {
  side = await simulatedOss()
  oss = new Oss(side.client)
})
afterEach(() => side.close())

const on = new Date('2026-11-28T03:00:00Z')
const { nik, name } = filing().applicant
const status: IzinStatus = {
  nib: '9129120000001',
  id_proyek: 'R-1',
  oss_id: 'P02-1',
  id_izin: 'I-1',
  kd_izin: '033000000001',
  kd_instansi: '000',
  kd_status: '41',
  tgl_status: '2026-11-28 10:00:00',
  nip_status: '',
  nama_status: 'Waktu berhenti',
  keterangan: '',
}

describe('a NIB', () => {
  test('is found by its holder’s number when the news of it was lost, with its file', async () => {
    expect(await oss.standing(filing(), '', null)).toEqual({ outcome: 'pending' })
    const issued = side.oss.issue({ nik, name, kbli: ['56102', '47112'], on })
    const standing = await oss.standing(filing(), '', null)
    expect(standing).toMatchObject({ outcome: 'done', number: issued.nib.nib, issuedOn: '2026-11-28' })
    expect(issued.nib.nib).toMatch(/^\d{13}$/)
    const file = standing.outcome === 'done' ? standing.file : null
    expect(Buffer.from(file ?? []).toString('latin1')).toContain(issued.nib.nib)
  })

  test('for another business of the same person is not the one that is waited for', async () => {
    side.oss.issue({ nik, name, kbli: ['96112'], on })
    expect(await oss.standing(filing(), '', null)).toEqual({ outcome: 'pending' })
  })

  test('brought by news is taken from there', async () => {
    const { nib } = side.oss.issue({ nik, name, kbli: ['56102'], on })
    const told = { ...nib, nib: '9990000000001', id_izin: undefined }
    expect(await oss.standing(filing(), '', told)).toMatchObject({ number: '9990000000001', file: null })
  })

  test('is known by holder and field of business, as a digest', () => {
    const { nib } = side.oss.issue({ nik, name, kbli: ['56102', '47112'], on })
    const keys = businessesOf(nib)
    expect(keys).toEqual([businessKey(nik, '56102'), businessKey(nik, '47112')])
    expect(keys.join()).not.toContain(nik)
    expect(oss.matches(filing())).toEqual([keys[0]])
  })
})

describe('the message of a NIB', () => {
  const message = () => ({ dataNIB: { ...side.oss.issue({ nik, name, kbli: ['56102'], on }).nib } })

  test('lets documented fields through and does not keep them', () => {
    const { dataNIB } = message()
    const read = ReceiveNib.parse({ dataNIB: { ...dataNIB, nama_perseroan: name, alamat_perseroan: 'Jalan' } })
    expect(JSON.stringify(read)).not.toContain(name)
  })

  test.each([
    ['a NIB of twelve digits', { nib: '912912000001' }],
    ['no date', { tgl_terbit_nib: 'kemarin' }],
    ['no business', { data_proyek: [] }],
    ['a region code that is none', { kd_daerah: '3510' }],
  ])('with %s is refused', (_what, changes) => {
    expect(ReceiveNib.safeParse({ dataNIB: { ...message().dataNIB, ...changes } }).success).toBe(false)
  })

  test('with anything beside it is refused', () => {
    expect(ReceiveNib.safeParse({ ...message(), lain: 1 }).success).toBe(false)
  })
})

describe('a change of status', () => {
  test('is told in the documented envelope, and can be looked up', async () => {
    expect(await side.client.statusOf('I-1')).toBeNull()
    await side.client.sendStatus(status)
    expect(side.oss.content.statuses).toEqual([status])
    expect(await side.client.statusOf('I-1')).toBe('41')
  })

  test('whose answer never came is known to have arrived', async () => {
    side.oss.faults.silent = 1
    expect(await codeOf(side.client.sendStatus(status))).toBe('unknown-outcome')
    expect(await side.client.statusOf('I-1')).toBe('41')
  })

  test('of a licence that OSS does not know is refused', async () => {
    expect(await codeOf(side.client.sendStatus({ ...status, id_izin: '' }))).toBe('refused')
  })

  test('under a wrong key, or while OSS is closed, has codes of their own', async () => {
    const stranger = new OssClient({ ...side.settings, userKey: 'lain' })
    expect(await codeOf(stranger.sendStatus(status))).toBe('wrong-key')
    side.oss.faults.maintenance = true
    expect(await codeOf(side.client.sendStatus(status))).toBe('maintenance')
  })
})

test('an issued licence is sent with its number', async () => {
  const { kd_instansi: _1, kd_status: _2, tgl_status: _3, nip_status: _4, nama_status: _5, ...licence } = status
  await side.client.sendLicence({
    ...licence,
    kd_daerah: '3510000000',
    nomor_izin: '503/0001',
    tgl_terbit_izin: '2026-11-28',
    tgl_berlaku_izin: '2031-11-28',
    nama_ttd: 'Kepala Dinas',
    nip_ttd: '',
    jabatan_ttd: 'Kepala Dinas',
    status_izin: '50',
    file_izin: '',
    jenis_perizinan: '02',
  })
  expect(side.oss.content.licences).toMatchObject([{ nomor_izin: '503/0001', status_izin: '50' }])
})

test('a file is fetched from OSS’s own host only', async () => {
  const server = createServer((_request, response) => {
    const reply = { status: '200', keterangan: 'sukses', url_file_ds: 'http://169.254.169.254/latest' }
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ responInqueryFileDS: reply }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const client = new OssClient({ ...side.settings, url: `http://127.0.0.1:${port}/v1/kl/rba` })
    expect(await codeOf(client.findFile('I-1'))).toBe('broken')
  } finally {
    server.close()
  }
})
