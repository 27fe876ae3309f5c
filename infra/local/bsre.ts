import { join } from 'node:path'
import { portNear } from '../servers/ports.ts'
import { startCompanion } from './companion.ts'
import type { Surroundings } from './machine.ts'

/**
 * Starts the simulator of BSrE where `SIGNING` asks for BSrE and no `BSRE_URL` names one; nothing otherwise.
 * @returns how the other processes reach it, as environment variables
 */
export async function startLocalBsre(around: Surroundings, webPort: number): Promise<Record<string, string>> {
  if (!process.env.SIGNING?.startsWith('bsre') || process.env.BSRE_URL) return {}
  const port = await portNear(webPort + 30)
  const folder = join(around.home.root, 'bsre-simulator')
  const variables = {
    BSRE_USERNAME: 'lontar',
    BSRE_PASSWORD: 'simulator',
    BSRE_SEAL_SUBSCRIBER: 'segel-demo',
    BSRE_SEAL_CODE: '111111',
    BSRE_ROOTS: join(folder, 'roots.pem'),
  }
  const settings = { ...variables, BSRE_SIMULATOR_PORT: String(port), BSRE_SIMULATOR_FOLDER: folder }
  await startCompanion(around, 'bsre-simulator', settings)
  around.progress.line(`Signatures come from a simulator of BSrE at http://127.0.0.1:${port}`)
  return { ...variables, BSRE_URL: `http://127.0.0.1:${port}` }
}
