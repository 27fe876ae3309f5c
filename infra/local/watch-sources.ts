import { watch } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../env.ts'

/** What worker and API are made of. Node's own `--watch` breaks the threads of Temporal's worker, hence this. */
const folders = [
  'activities',
  'api',
  'bin',
  'catalogue',
  'contracts',
  'documents',
  'domain',
  'engine',
  'infra',
  'integrations',
  'models',
  'workflows',
]

const quietMs = 300

/** Calls `changed` once the sources have been quiet for a moment after a change. @returns what ends the watching */
export function watchSources(changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watchers = folders.map((folder) =>
    watch(join(projectRoot, folder), { recursive: true }, (_event, file) => {
      if (!file || !/\.(ts|tsx|json)$/.test(file)) return
      clearTimeout(timer)
      timer = setTimeout(changed, quietMs)
    }),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
