import { randomUUID } from 'node:crypto'
import type { Db } from 'mongodb'
import { awaitedEntry } from '../../domain/register/state.ts'

const application = randomUUID()
const document = randomUUID()

/** The one case that all the licences of the measurement hang on. */
export async function seedCase(db: Db): Promise<void> {
  const tenant = { regency: 'banyuwangi' }
  await db.collection('applications').insertOne({
    _id: application as never,
    ...tenant,
    number: 'UKUR-0',
    filedWith: { by: 'ukur', key: 'ukur', digest: '' },
    applicant: { account: 'ukur', name: 'Sri Rahayu', nik: '3510135408910001' },
    state: { seq: 1 },
    serviceVersion: 1,
    shift: 0,
  })
  await db.collection('documents').insertOne({
    _id: document as never,
    ...tenant,
    application,
    key: `${application}/sip/1`,
    code: 'sip',
    kind: 'approval',
    agency: 'dpmptsp',
    title: { id: 'SIP', en: 'SIP' },
    number: '503/0001/SIPB',
  })
}

/** Licences as their cases enter them, waiting for the sweeper. */
export async function seedLicences(
  db: Db,
  name: string,
  count: number,
  validUntil: (index: number) => Date,
): Promise<void> {
  const validFrom = new Date()
  for (let from = 0; from < count; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, count - from) }, (_, offset) => {
      const until = validUntil(from + offset)
      return {
        regency: 'banyuwangi',
        entry: `${name}-${from + offset}:sip-bidan`,
        register: 'sip-bidan',
        application,
        document,
        number: `503/${from + offset}/SIPB`,
        service: 'sip-bidan',
        serviceVersion: 1,
        agency: 'dpmptsp',
        agencies: ['dpmptsp', 'dinkes'],
        village: null,
        servicePoint: null,
        holder: { name: `Sri Rahayu ${from + offset}`, nik: '3510135408910001', account: 'ukur' },
        fields: { namaTempat: 'Praktik Mandiri Bidan Sri', desaPraktik: '35.10.13.2013' },
        validFrom,
        validUntil: until,
        renews: null,
        state: awaitedEntry(document, validFrom.getTime(), until.getTime()),
        revokedAt: null,
        supersededAt: null,
        suspension: null,
        shift: 0,
        startedAt: null,
      }
    })
    await db.collection('registerEntries').insertMany(rows, { ordered: false })
  }
}
