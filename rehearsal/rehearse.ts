import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { leadingCalendar } from '../catalogue/leading-calendar.ts'
import { readPack } from '../catalogue/pack/read-pack.ts'
import { localPacks } from '../infra/local/settings.ts'
import type { Progress } from '../infra/progress.ts'
import { startThrowAwayServers, stopThrowAwayServers } from '../infra/servers/throw-away.ts'
import { calendarOf, currentVersion, regencyFacts } from '../models/catalogue/catalogue.ts'
import { type Asked, RehearsalError } from './behaviour.ts'
import { againstHistory } from './history/against-history.ts'
import { comparisonLines } from './history/print-comparison.ts'
import { writeLine } from './lines.ts'
import { draftText, fromLive } from './live.ts'
import { momentOf } from './moment.ts'
import { play } from './play.ts'
import { storyLines } from './print-story.ts'
import { openStage } from './stage.ts'
import { type Story, storyOf } from './story.ts'

/** Does what was asked; the lines to be shown. @throws RehearsalError, PackError */
export async function rehearse(asked: Asked, progress: Progress): Promise<string[]> {
  if (asked.history) return historyOf(asked, progress)
  const [pack = ''] = asked.pack ? [asked.pack] : localPacks()
  const definition = await definitionOf(asked)
  if (!definition) await refuseUnknown(asked.service, pack)
  const answers = asked.answers ? ((await jsonIn(asked.answers)) as Record<string, unknown>) : {}
  progress.update('Menyiapkan panggung')
  const servers = await startThrowAwayServers('rehearsal', progress)
  try {
    const { mongod, temporal } = servers
    if (asked.lines) writeLine({ kind: 'servers', pids: [mongod.pid, temporal.pid] })
    const options = { mongoUri: mongod.uri, temporalAddress: temporal.address, pack }
    const story = await rehearseOn(
      { ...options, ...(definition ? { definition } : {}) },
      { ...asked, answers },
      progress,
    )
    if (asked.lines) writeLine({ kind: 'story', story })
    return asked.lines ? [] : asked.json ? [JSON.stringify(story.id, null, 2)] : storyLines(story.id)
  } finally {
    await stopThrowAwayServers(servers)
  }
}

/** One rehearsal on servers that are there, told in both languages. */
export async function rehearseOn(
  options: Parameters<typeof openStage>[0],
  asked: Pick<Asked, 'service' | 'behaviour' | 'at' | 'lines'> & { answers?: Record<string, unknown> },
  progress: Progress,
): Promise<{ id: Story; en: Story }> {
  const stage = await openStage(options)
  try {
    return await stage.inside(async () => {
      const calendar = await calendarOf(await firstCalendar(asked.service))
      const { utcOffsetMinutes } = await regencyFacts()
      const at = momentOf(asked.at, { calendar, utcOffsetMinutes, now: Date.now() })
      const told = (instant: number) => {
        const until = new Date(instant).toISOString()
        if (asked.lines) writeLine({ kind: 'played', until })
        progress.update(`Memainkan · ${until.slice(0, 10)}`)
      }
      const played = await play(stage, { ...asked, at, answers: asked.answers ?? {}, onLeap: told })
      return { id: await storyOf(played), en: await storyOf(played, 'en') }
    })
  } finally {
    await stage.close()
  }
}

/** Closed cases of the regency's own database, told again under the draft or the file. */
async function historyOf(asked: Asked, progress: Progress): Promise<string[]> {
  const definition = await definitionOf(asked)
  if (!definition)
    throw new RehearsalError('--against history membutuhkan versi baru: --draft atau --definition berkas.json')
  const now = Date.now()
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - asked.months)
  return fromLive(async () => {
    const comparison = await againstHistory({ ...asked, definition: definition.text, since, now, progress })
    if (asked.json) return [JSON.stringify(comparison, null, 2)]
    return comparisonLines(comparison, (await regencyFacts()).utcOffsetMinutes)
  })
}

async function firstCalendar(code: string): Promise<string> {
  const service = await currentVersion(code)
  if (!service) throw new RehearsalError(`Layanan ${code} tidak ada atau tidak dibuka`)
  const calendar = leadingCalendar(service.definition)
  if (!calendar)
    throw new RehearsalError(
      `Layanan ${code} tidak mempunyai jangka waktu untuk dimainkan`,
      `The service ${code} has no term to play`,
    )
  return calendar
}

async function definitionOf({ service, definition, draft }: Asked) {
  if (draft) return { code: service, text: await draftText(service) }
  if (!definition) return null
  const json = await jsonIn(definition)
  return { code: service, text: JSON.stringify(json) }
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new RehearsalError(`${path} tidak terbaca sebagai JSON: ${(error as Error).message}`)
  }
}

async function refuseUnknown(service: string, pack: string): Promise<void> {
  const { services } = await readPack(pack)
  const known = services.map(({ code }) => code)
  if (known.includes(service)) return
  throw new RehearsalError(
    `Layanan ${service} tidak ada di ${basename(pack)}. Yang ada: ${known.join(', ')}`,
    `There is no service ${service} in ${basename(pack)}. There are: ${known.join(', ')}`,
  )
}
