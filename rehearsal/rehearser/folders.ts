import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a rehearsal lies in while it is played. */
export const folderPrefix = 'lontar-rehearser-'

/** Longer than any rehearsal takes. */
const oldMs = 2 * 3_600_000

/** Removes what rehearsers that were killed left behind. */
export async function sweepFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue
    const path = join(tmpdir(), name)
    const found = await stat(path).catch(() => null)
    if (found && Date.now() - found.mtimeMs > oldMs) await rm(path, { recursive: true, force: true })
  }
}
