import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../env.ts'

/** The folders of one machine's local data. */
export interface Home {
  root: string
  /** Files of mongod and Temporal. */
  data: string
  /** Messages that the local mail sink took in. */
  mail: string
  logs: string
  /** Who runs on this data now. */
  run: string
  secrets: string
}

/** Where the local data lies: `LONTAR_HOME`, else `.lontar` beside the code. */
export function localHome(): string {
  return process.env.LONTAR_HOME || join(projectRoot, '.lontar')
}

/** Marks a folder as Lontar's own, so that a reset never empties another. */
export const homeMark = '.lontar-data'

/** What lies where; creates nothing. */
export function homeFolders(root: string = localHome()): Home {
  return {
    root,
    data: join(root, 'data'),
    mail: join(root, 'mail'),
    logs: join(root, 'logs'),
    run: join(root, 'running.json'),
    secrets: join(root, 'secrets.json'),
  }
}

/** Creates the folder, readable by its owner only. */
export function openHome(root: string = localHome()): Home {
  const home = homeFolders(root)
  mkdirSync(root, { recursive: true, mode: 0o700 })
  writeFileSync(join(root, homeMark), 'Local data of Lontar. npm run reset empties this folder.\n')
  for (const folder of [home.data, home.mail, home.logs]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  return home
}

/** Empties the folder of logs; those of the run before are kept once. */
export function freshLogs({ logs }: Home): void {
  const previous = `${logs}-previous`
  rmSync(previous, { recursive: true, force: true })
  renameSync(logs, previous)
  mkdirSync(logs, { mode: 0o700 })
}
