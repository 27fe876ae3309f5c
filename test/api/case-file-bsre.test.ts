import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BsreSimulator, startBsreSimulator } from '../../integrations/signing/bsre/simulator/server.ts'
import { account, keysInMemory, seal } from '../integrations/signing/bsre/people.ts'
import { verifyCaseFile } from '../setup/verify-case-file.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse
let simulator: BsreSimulator

beforeAll(async () => {
  simulator = await startBsreSimulator({ keys: keysInMemory(), people: [], seal, account, port: 0, latencyMs: 0 })
  house = await openCaseApiHouse({
    env: {
      SIGNING: 'bsre-v2',
      BSRE_URL: simulator.url,
      BSRE_USERNAME: account.username,
      BSRE_PASSWORD: account.password,
      BSRE_SEAL_SUBSCRIBER: seal.subscriber,
      BSRE_SEAL_CODE: seal.activationCode,
    },
  })
})
afterAll(async () => {
  await house.close()
  await simulator.close()
})

test('under BSrE the case file is made without a seal; page, manifest and verifier say so, and claim nothing of one', async () => {
  const { id } = await house.file('sip-bidan')
  const response = await fetch(`${house.url}/api/applications/${id}/case-file`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await house.as('supervisor')}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ purpose: 'Permintaan Ombudsman, surat 12/2026' }),
  })
  expect(response.status).toBe(200)
  const archive = new Uint8Array(await response.arrayBuffer())
  const files = unzipSync(archive)
  expect(files['manifest.json.p7s']).toBeUndefined()
  expect(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())).toMatchObject({ sealedBy: null })

  const page = Buffer.from(files['indeks.html'] ?? []).toString()
  expect(page).toContain('TIDAK BERSEGEL. Penyedia tanda tangan kantor ini hanya menyegel PDF.')
  expect(page).toContain('Daftar itu tidak bersegel')
  expect(page).not.toMatch(/manifest\.json\.p7s|--root|Segel dan tanda tangannya/)

  const { code, said } = await verifyCaseFile(archive)
  expect(code).toBe(1)
  expect(said).toContain('Tidak bersegel. Isinya cocok satu sama lain; dari mana asalnya tidak terbukti.')
  expect(said).not.toMatch(/Utuh\.|disegel/)
})
