import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../infra/env.ts'

/** What `ak-1` costs in the pack below. */
export const paidFee = 50_000

const text = (id: string) => ({ id, en: id })

/**
 * The Banyuwangi pack with one change, in a folder of its own: `ak-1` costs Rp50.000, to be paid within two working days
 * once the counter has looked at it. Withdrawn before it is issued, 80 % goes back.
 */
export async function paidPack(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'lontar-pack-')), 'banyuwangi')
  await cp(join(projectRoot, 'packs/banyuwangi'), folder, { recursive: true })
  const file = join(folder, 'services/ak-1.json')
  const service = JSON.parse(await readFile(file, 'utf8'))
  const [check, ...rest] = service.steps
  const second = { ...check, code: 'pengesahan', name: text('Pengesahan') }
  const pay = {
    kind: 'pay',
    code: 'bayar',
    name: { id: 'Pembayaran retribusi', en: 'Payment of the fee' },
    fees: ['retribusi'],
    clock: {
      unit: 'working-days',
      amount: 2,
      calendar: 'banyuwangi',
      rungs: [],
    },
    refund: { percent: 80, until: 'terbit' },
  }
  const changed = {
    ...service,
    term: undefined,
    fees: [{ code: 'retribusi', name: text('Retribusi'), amount: paidFee, source: 'standar-contoh' }],
    steps: [check, pay, second, ...rest],
    messages: { ...service.messages, bill: 'shared', paid: 'shared' },
  }
  await writeFile(file, JSON.stringify(changed, null, 2))
  return folder
}
