import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../infra/env.ts'

export const benchService = 'izin-ukur'
export const benchSteps = ['satu', 'dua', 'tiga'] as const

/** The regency's pack with one service more: a permit of three decisions at one desk, one field, no documents. */
export async function benchPack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-bench-'))
  await cp(join(projectRoot, 'packs/banyuwangi'), folder, { recursive: true })
  const base = JSON.parse(await readFile(join(folder, 'services/akta-kelahiran.json'), 'utf8'))
  const [first] = base.steps
  const { completesReceipt: _, ...step } = first
  const service = {
    ...base,
    code: benchService,
    issuer: 'counter',
    channels: ['portal'],
    steps: benchSteps.map((code) => ({ ...step, code, decisions: ['approve', 'return'] })),
    term: { ...base.term, startsOn: 'receipt' },
    documents: [],
    rejection: [],
    conditions: {},
    requiredDocuments: [],
    form: [
      {
        code: 'isi',
        title: { id: 'Isi', en: 'Content' },
        fields: [{ type: 'text', name: 'keterangan', label: { id: 'Keterangan', en: 'Note' }, maxLength: 80 }],
      },
    ],
    messages: { received: 'shared', approved: 'shared', returned: 'shared' },
  }
  await writeFile(join(folder, `services/${benchService}.json`), JSON.stringify(service, null, 2))
  return folder
}
