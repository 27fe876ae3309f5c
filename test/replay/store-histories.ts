import { mkdir, writeFile } from 'node:fs/promises'
import { temporal } from '@temporalio/proto'

export type Histories = Map<string, temporal.api.history.v1.IHistory>

/**
 * With `RECORD_HISTORIES=<release>` keeps histories where every later version has to replay them; otherwise nothing
 * (docs/how-to/change-a-workflow.md).
 */
export async function storeHistories(histories: Histories): Promise<void> {
  const { RECORD_HISTORIES: release } = process.env
  if (!release) return
  const folder = new URL(`./histories/${release}/`, import.meta.url)
  await mkdir(folder, { recursive: true })
  for (const [road, history] of histories) {
    await writeFile(new URL(`${road}.bin`, folder), temporal.api.history.v1.History.encode(history).finish())
  }
}
