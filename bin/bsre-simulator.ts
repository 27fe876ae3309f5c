/**
 * BSrE's client service, simulated for trials: the demo people who sign have accounts there, under the demo's passphrase.
 * `BSRE_SIMULATOR_PORT`, `BSRE_SIMULATOR_FOLDER`, `BSRE_SIMULATOR_LATENCY_MS`, and Lontar's own `BSRE_…`.
 */
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { packFiles } from '../catalogue/pack/pack.ts'
import { DemoPeople } from '../catalogue/schema/people.ts'
import { demoPassword } from '../infra/local/demo-people.ts'
import { runService } from '../infra/local/service.ts'
import { localPacks } from '../infra/local/settings.ts'
import { playing } from '../infra/local/simulator-settings.ts'
import { startBsreSimulator } from '../integrations/signing/bsre/simulator/server.ts'
import { fileKeyStore } from '../integrations/signing/local-ca/file-key-store.ts'

const settings = z
  .object({
    BSRE_SIMULATOR_PORT: z.coerce.number().int().min(1).max(65_535),
    BSRE_SIMULATOR_FOLDER: z.string().min(1),
    BSRE_SIMULATOR_LATENCY_MS: z.coerce.number().int().min(0).default(900),
    BSRE_USERNAME: z.string().min(1),
    BSRE_PASSWORD: z.string().min(1),
    BSRE_SEAL_SUBSCRIBER: z.string().min(1),
    BSRE_SEAL_CODE: z.string().min(1),
    BSRE_ROOTS: z.string().min(1),
    NODE_ENV: playing,
  })
  .parse(process.env)

await runService(async () => {
  const simulator = await startBsreSimulator({
    keys: fileKeyStore(join(settings.BSRE_SIMULATOR_FOLDER, 'keys')),
    people: signers(),
    seal: { subscriber: settings.BSRE_SEAL_SUBSCRIBER, activationCode: settings.BSRE_SEAL_CODE, name: 'Segel demo' },
    account: { username: settings.BSRE_USERNAME, password: settings.BSRE_PASSWORD },
    port: settings.BSRE_SIMULATOR_PORT,
    latencyMs: settings.BSRE_SIMULATOR_LATENCY_MS,
  })
  await mkdir(settings.BSRE_SIMULATOR_FOLDER, { recursive: true, mode: 0o700 })
  await writeFile(settings.BSRE_ROOTS, await simulator.root())
  return { stop: () => simulator.close() }
})

function signers() {
  return localPacks().flatMap((pack) => {
    const { people } = DemoPeople.parse(JSON.parse(readFileSync(join(pack, packFiles.people), 'utf8')))
    return people.flatMap(({ nik, name, memberships }) =>
      nik && memberships.length > 0 ? [{ nik, name, passphrase: demoPassword }] : [],
    )
  })
}
