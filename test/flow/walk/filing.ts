import { randomUUID } from 'node:crypto'
import type { ApplicationReceipt } from '../../../contracts/applications.ts'
import { consent, village } from '../../api/case-api-house.ts'
import { sampleAnswers } from '../../catalogue/sample-answers.ts'
import type { WalkHouse } from './house.ts'
import type { Walked } from './plan.ts'
import { type Hand, tell } from './scene.ts'

const eatery = {
  nib: '1234567890123',
  namaUsaha: 'Warung Bu Sri',
  jenisUsaha: 'rumah-makan',
  alamatUsaha: 'Jalan Raya Rogojampi 12',
  desaUsaha: village,
  penjamah: 4,
}

export const answersTo = (service: Walked): Record<string, unknown> =>
  service === 'slhs' ? eatery : sampleAnswers[service]

const documents: Record<Walked, string[]> = {
  'ak-1': ['ktp', 'ijazah', 'foto'],
  'akta-kelahiran': ['f-2-01', 'surat-lahir', 'buku-nikah', 'kk'],
  'sip-bidan': ['ktp', 'str', 'surat-tempat-praktik', 'foto'],
  sktm: ['ktp', 'kk'],
  pbg: ['ktp', 'sertifikat-tanah', 'gambar', 'kkpr'],
  'nib-perorangan': ['ktp'],
  slhs: ['ktp', 'nib', 'denah'],
}

let born = 0

/** Of nobody: each case has a person of its own, for OSS knows businesses by their owner. */
function nextNik(): string {
  born += 1
  return `351013${String(41 + (born % 28)).padStart(2, '0')}0891${String(born).padStart(4, '0')}`
}

/** Files as whoever files such a thing: the village's operator for a farmer, else the applicant. Throws where it is refused. */
export async function file(house: WalkHouse, service: Walked, nik = nextNik()): Promise<Hand> {
  const isVillages = service === 'sktm'
  const owner = isVillages ? 'desa' : 'pemohon'
  const upload = await house.upload(owner)
  const body = {
    service,
    applicant: { name: 'Wahyu Pemohon', nik, village },
    ...(isVillages ? { proxy: consent } : {}),
    channel: isVillages ? 'village' : 'portal',
    answers: answersTo(service),
    documents: documents[service].map((code) => ({ code, file: upload })),
  }
  const answer = await tell(house, { who: owner, path: '/api/applications', body, key: randomUUID() })
  if (answer.status !== 201) throw new Error(`${service} was not accepted: ${answer.status} ${answer.text}`)
  return { receipt: JSON.parse(answer.text) as ApplicationReceipt, service, owner, nik }
}
