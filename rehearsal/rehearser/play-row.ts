import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localPacks } from '../../infra/local/settings.ts'
import type { Logger } from '../../infra/logger.ts'
import { endRehearsal, giveUpRehearsal, keepRehearsal, rehearsalLeaseMs } from '../../models/rehearsal/lease.ts'
import type { RehearsalRecord } from '../../models/rehearsal/rehearsal.ts'
import type { RehearsalLine } from '../lines.ts'
import { type ChildOutcome, startChild } from './child.ts'
import { failures } from './failures.ts'
import { folderPrefix } from './folders.ts'

export type Playing = { holder: string; log: Logger; limitMs: number; stop: AbortSignal }

/** What the child said last, and why it was ended where somebody ended it. */
type Played = ChildOutcome & { last: RehearsalLine | null; because: 'limit' | 'lost' | 'stopped' | null }

const leaseEveryMs = rehearsalLeaseMs / 10

/** Plays one rehearsal in a process of its own, and writes down its story or why there is none. */
export async function playRow(row: RehearsalRecord, playing: Playing): Promise<void> {
  const { holder, log, limitMs } = playing
  const folder = await mkdtemp(join(tmpdir(), folderPrefix))
  try {
    const played = await follow(row, await packOf(row, folder), folder, playing)
    const { last, because } = played
    if (last?.kind === 'story') await endRehearsal(row, holder, { state: 'told', story: last.story })
    else if (last?.kind === 'refused') await fail('refused', last.message)
    else if (because === 'limit') await fail('time-limit', failures.limit(limitMs))
    else if (because === 'stopped') await giveUpRehearsal(row, holder)
    else if (because === null) {
      const { code, signal, lastWords } = played
      log.error({ rehearsal: row._id, exit: code, signal, lastWords }, 'a rehearsal broke off')
      await fail('broke-off', failures.brokeOff)
    }
  } catch (error) {
    log.error({ error, rehearsal: row._id }, 'a rehearsal could not be played')
    await fail('broke-off', failures.brokeOff)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }

  async function fail(code: string, message: { id: string; en: string }): Promise<void> {
    await endRehearsal(row, holder, { state: 'failed', failure: { code, message } })
  }
}

async function follow(row: RehearsalRecord, pack: string, folder: string, playing: Playing): Promise<Played> {
  const { holder, log, limitMs, stop } = playing
  const seen: Pick<Played, 'last' | 'because'> & { until: Date | null } = { last: null, because: null, until: null }
  const child = startChild(argumentsOf(row, pack), folder, (line) => {
    if (line.kind === 'played') seen.until = new Date(line.until)
    else seen.last = line
  })
  const end = (why: NonNullable<Played['because']>) => {
    seen.because ??= why
    void child.stop()
  }
  const keep = async () => {
    if (!(await keepRehearsal(row, holder, seen.until))) end('lost')
  }
  const limit = setTimeout(() => end('limit'), limitMs)
  const lease = setInterval(() => keep().catch((error) => log.warn({ error }, 'a lease was not renewed')), leaseEveryMs)
  const stopped = () => end('stopped')
  stop.addEventListener('abort', stopped)
  if (stop.aborted) stopped()
  const outcome = await child.ended
  clearTimeout(limit)
  clearInterval(lease)
  stop.removeEventListener('abort', stopped)
  return { ...outcome, last: seen.last, because: seen.because }
}

/** The regency's pack with what stood in its place when the rehearsal was asked for. */
async function packOf({ regency, files }: RehearsalRecord, folder: string): Promise<string> {
  const [source = ''] = localPacks(regency)
  const pack = join(folder, regency)
  await cp(source, pack, { recursive: true })
  for (const { path, text } of files) await writeFile(join(pack, path), text)
  return pack
}

function argumentsOf({ service, behaviour, day }: RehearsalRecord, pack: string): string[] {
  const chosen = Object.entries(behaviour).flatMap(([who, how]) => [`--${who}`, how])
  return [service, '--pack', pack, ...chosen, ...(day ? ['--at', day] : [])]
}
