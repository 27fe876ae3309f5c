import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { ApplicationDetail } from '../../contracts/applications.ts'
import type { StoredFile } from '../../contracts/files.ts'
import { post, signIn } from '../http-lifecycle.ts'

/** The smallest PDF there is. */
const paper =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'

/** A photo of one pixel. */
const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'

const answers = {
  tempatLahir: 'Banyuwangi',
  tanggalLahir: '2004-05-06',
  jenisKelamin: 'laki-laki',
  statusKawin: 'belum-kawin',
  alamat: 'Dusun Krajan RT 01 RW 02',
  telepon: '081200000009',
  disabilitas: false,
  pendidikan: 'smk',
  jurusan: 'Teknik Kendaraan Ringan',
  tahunLulus: 2023,
  jabatanDicari: 'Mekanik',
  lokasi: ['banyuwangi'],
}

/** Has one job seeker's card filed, approved and sealed. @returns the document's id, as its QR carries it */
export async function issueDocument(url: string): Promise<string> {
  const citizen = await signIn(url, 'warga@demo.test')
  const officer = await signIn(url, 'disnaker@demo.test')
  const scan = await upload(url, citizen, new File([paper], 'berkas.pdf', { type: 'application/pdf' }))
  const picture = await upload(
    url,
    citizen,
    new File([Buffer.from(photo, 'base64')], 'foto.png', { type: 'image/png' }),
  )
  const { id, number } = await post(url, '/api/applications', citizen, {
    service: 'ak-1',
    applicant: { name: 'Sri Rahayu Ningtyas', nik: '3510135408910001', village: '35.10.13.2013' },
    answers,
    documents: [
      { code: 'ktp', file: scan },
      { code: 'ijazah', file: scan },
      { code: 'foto', file: picture },
    ],
    channel: 'portal',
  })
  const task = `/api/tasks/${encodeURIComponent(`${number}:pemeriksaan`)}/decide`
  await post(url, task, officer, { decision: 'approve' })
  return untilIssued(url, citizen, String(id))
}

async function upload(url: string, token: string, file: File): Promise<string> {
  const body = new FormData()
  body.set('file', file)
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() }
  const response = await fetch(`${url}/api/files`, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`${file.name}: ${response.status} ${await response.text()}`)
  return ((await response.json()) as StoredFile).id
}

async function untilIssued(url: string, token: string, id: string): Promise<string> {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    const response = await fetch(`${url}/api/applications/${id}`, { headers: { authorization: `Bearer ${token}` } })
    if (!response.ok) throw new Error(`${id}: ${response.status}`)
    const { documents } = (await response.json()) as ApplicationDetail
    const issued = documents.find(({ verifyUrl, issuedAt }) => verifyUrl && issuedAt)
    if (issued) return issued.id
    await pause(100)
  }
  throw new Error(`${id} has no document after a minute`)
}
