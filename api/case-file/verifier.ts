import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ZipFile } from '../../documents/case-file/zip.ts'
import { projectRoot } from '../../infra/env.ts'

const folder = join(projectRoot, 'bin', 'verify-case-file')

/** The offline verifier as it lies in every case file, to be read by whoever does not trust a program unseen. */
export async function verifierFiles(): Promise<ZipFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort()
  return Promise.all(
    names.map(async (name) => ({ path: `pemeriksa/${name}`, content: await readFile(join(folder, name)) })),
  )
}
