import { randomUUID } from 'node:crypto'
import { png } from '../api/sample-files.ts'
import { answersTo } from '../flow/walk/filing.ts'
import { type Answer, type Client, textAt } from './client.ts'

type Sample = { by: string; channel: string; documents: string[]; applicant: object; proxy?: object }

const citizen = { name: 'Sri Wahyuni', nik: '3510135408910001', email: 'warga@demo.test', village: '35.10.13.2013' }
const farmer = { name: 'Slamet Riyadi', nik: '3510130203680002', village: '35.10.13.2013' }

/** What the demo people file for each service. */
const samples = {
  'sip-bidan': {
    by: 'warga',
    channel: 'portal',
    documents: ['ktp', 'str', 'surat-tempat-praktik', 'foto'],
    applicant: citizen,
  },
  'ak-1': { by: 'warga', channel: 'portal', documents: ['ktp', 'ijazah', 'foto'], applicant: citizen },
  pbg: {
    by: 'warga',
    channel: 'portal',
    documents: ['ktp', 'sertifikat-tanah', 'gambar', 'kkpr'],
    applicant: citizen,
  },
  slhs: { by: 'warga', channel: 'portal', documents: ['ktp', 'nib', 'denah'], applicant: citizen },
  sktm: {
    by: 'desa',
    channel: 'village',
    documents: ['ktp', 'kk'],
    applicant: farmer,
    proxy: { consent: true, manner: 'thumbprint', witness: 'Siti Aminah' },
  },
} as const satisfies Record<string, Sample>

export type Filable = keyof typeof samples

export const documentsOf = (service: Filable): readonly string[] => samples[service].documents
export const filedBy = (service: Filable): string => samples[service].by

export type Receipt = { id: string; number: string; trackingCode: string }

/** Uploads one picture, used for every document that is asked for, and gives what to post for the application. */
export async function readyToFile(client: Client, token: string, service: Filable): Promise<object> {
  const { by: _by, documents, ...rest } = samples[service]
  const file = await upload(client, token)
  return { service, ...rest, answers: answersTo(service), documents: documents.map((code) => ({ code, file })) }
}

export async function upload(client: Client, token: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'berkas.png')
  const { json, status } = await client.insist('POST', '/api/files', { token, body: form, key: randomUUID() })
  const id = textAt(json, 'id')
  if (!id) throw new Error(`the upload was refused: ${status}`)
  return id
}

/** Throws where the filing was refused. */
export function receiptOf({ status, code, json }: Answer): Receipt {
  const [id, number, trackingCode] = ['id', 'number', 'trackingCode'].map((name) => textAt(json, name))
  if (status !== 201 || !id || !number || !trackingCode) throw new Error(`not accepted: ${status} ${code}`)
  return { id, number, trackingCode }
}
