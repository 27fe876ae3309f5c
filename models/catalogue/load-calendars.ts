import { following, type PlannedVersion } from '../../catalogue/calendar-change.ts'
import { digestOf } from '../../catalogue/digest.ts'
import { packFiles } from '../../catalogue/pack/pack.ts'
import type { Problem } from '../../catalogue/pack/problem.ts'
import { checkCalendar, isLayer, layOver, type WrittenCalendar } from '../../domain/working-time/index.ts'
import type { ClientSession } from '../database.ts'
import { CalendarVersion, type CalendarVersionRecord } from './calendar-version.ts'
import { asWritten, calendarsInForce, insertVersions } from './calendars-in-force.ts'

/** `edited`: an editor changed it since; the pack says what it said before. `follows`: the calendar it extends changed. */
export type LoadedCalendar = { code: string; version: number; change: 'new' | 'unchanged' | 'edited' | 'follows' }

const fromPack = { publishedBy: null, publishedWith: null, reason: null, source: null }

/**
 * Puts a pack's calendars in force: first those that others extend. One that says what it said when it was loaded last is
 * left alone, whatever an editor announced since; one that changed needs a higher version than is in force.
 */
export async function loadCalendars(
  written: readonly WrittenCalendar[],
  force: readonly string[],
  session: ClientSession,
): Promise<{ calendars: LoadedCalendar[]; problems: Problem[] }> {
  const calendars: LoadedCalendar[] = []
  const problems: Problem[] = []
  const all = new Map<string, Known>(await calendarsInForce(session))
  const changed = new Set<string>()
  for (const each of written) if (!(await saidBefore(each, session))) changed.add(each.code)
  for (const calendar of lowestFirst(written)) {
    const done = await load(calendar, { all, changed, force }, session)
    if ('problem' in done) problems.push(done.problem)
    else calendars.push(...done.loaded)
  }
  return { calendars, problems }
}

type Known = Pick<CalendarVersionRecord, 'version' | 'calendar' | 'layer' | 'publishedBy' | 'follows'>

/** `all`: what is in force, kept up as versions are added. `changed`: calendars whose file says something new. */
type Loading = { all: Map<string, Known>; changed: ReadonlySet<string>; force: readonly string[] }

async function load(
  written: WrittenCalendar,
  { all, changed, force }: Loading,
  session: ClientSession,
): Promise<{ loaded: LoadedCalendar[] } | { problem: Problem }> {
  const { code, version } = written
  const latest = all.get(code)
  if (latest && !changed.has(code)) {
    const isEdited = latest.publishedBy && !latest.follows
    return { loaded: [{ code, version: latest.version, change: isEdited ? 'edited' : 'unchanged' }] }
  }
  if (latest?.publishedBy && !latest.follows && !force.includes(code))
    return { problem: problemOf(code, '', ...editedWords(code, latest.version)) }
  if (latest && latest.version >= version)
    return { problem: problemOf(code, 'version', ...notRaised(version, latest.version)) }
  const below = isLayer(written) ? all.get(written.extends)?.calendar : undefined
  if (isLayer(written) && !below) throw new RangeError(`${code} extends ${written.extends}, which is not in force`)
  const calendar = isLayer(written) && below ? layOver(below, written) : written
  if (isLayer(calendar)) throw new RangeError(`${code} is not whole`)
  const [wrong] = checkCalendar(calendar)
  if (wrong) return { problem: problemOf(code, wrong.path.join('.'), wrong.message) }
  const first: PlannedVersion = { code, version, calendar, written, follows: null }
  // What the pack changes as well is laid over this one when its own turn comes, under the number its file has.
  const rest = new Map([...all].filter(([other]) => !changed.has(other)))
  const others = following(asWritten(rest), first)
  const origin = { ...fromPack, packDigest: digestOf(written) }
  for (const inserted of await insertVersions([first, ...others], origin, session)) all.set(inserted.code, inserted)
  const follow = others.map((one): LoadedCalendar => ({ code: one.code, version: one.version, change: 'follows' }))
  return { loaded: [{ code, version, change: 'new' }, ...follow] }
}

/**
 * Whether the pack said the same when this calendar was loaded last; before there were editors, every version came with a
 * pack.
 */
async function saidBefore(written: WrittenCalendar, session: ClientSession): Promise<boolean> {
  const { code } = written
  const last = await CalendarVersion.findOne({ code, publishedBy: null, follows: null })
    .sort({ version: -1 })
    .select({ digest: 1, packDigest: 1 })
    .session(session)
    .lean<Pick<CalendarVersionRecord, 'digest' | 'packDigest'>>()
  return last !== null && (last.packDigest ?? last.digest) === digestOf(written)
}

function lowestFirst(written: readonly WrittenCalendar[]): WrittenCalendar[] {
  const byCode = new Map(written.map((each) => [each.code, each]))
  const depth = (each: WrittenCalendar | undefined): number =>
    each && isLayer(each) ? 1 + depth(byCode.get(each.extends)) : 0
  return [...written].sort((a, b) => depth(a) - depth(b))
}

const problemOf = (code: string, path: string, message: string, mend?: string): Problem => ({
  file: `${packFiles.calendars}/${code}.json`,
  path,
  message,
  ...(mend && { mend }),
})

const editedWords = (code: string, version: number): [string, string] => [
  `was changed here, but version ${version} in force was published by an editor since`,
  `take over what was announced, and load with --force ${code}`,
]

const notRaised = (version: number, latest: number): [string, string] => [
  `is ${version}, but version ${latest} is in force and says something else`,
  `raise it to ${latest + 1}: clocks note the version they were computed with`,
]
