import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../infra/env.ts'

/** The verifier as an ombudsman runs it: another program, with nothing of Lontar in its memory. */
export async function verifyCaseFile(bytes: Uint8Array, ...more: string[]): Promise<{ code: number; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-case-file-'))
  const path = join(folder, 'berkas.zip')
  await writeFile(path, bytes)
  const verifier = join(projectRoot, 'bin/verify-case-file/verify.mjs')
  const said = await new Promise<{ code: number; said: string }>((resolve) =>
    execFile(process.execPath, [verifier, path, ...more], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    ),
  )
  await rm(folder, { recursive: true })
  return said
}
