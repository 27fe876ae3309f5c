import { digestOf } from '../../catalogue/digest.ts'
import type { Pack } from '../../catalogue/pack/pack.ts'
import { packFiles } from '../../catalogue/pack/pack.ts'
import { PackError, type Problem } from '../../catalogue/pack/problem.ts'
import { publishable } from '../../catalogue/pack/publish.ts'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { ClientSession } from '../database.ts'
import { inRegency } from '../tenancy.ts'
import { inTransaction, isDuplicate } from '../transaction.ts'
import { AgencyModel } from './agency.ts'
import { forgetCatalogue } from './cache.ts'
import { type LoadedCalendar, loadCalendars } from './load-calendars.ts'
import { RegencyModel } from './regency.ts'
import { Service } from './service.ts'
import { ServicePointModel } from './service-point.ts'
import { ServiceVersion } from './service-version.ts'

/** `edited`: what an editor published stays in force; the pack says what it said before. */
type Change = 'new' | 'changed' | 'unchanged' | 'edited' | 'closed'

export type Loaded = {
  regency: string
  /** Nothing differs from what was loaded last. */
  unchanged: boolean
  services: { code: string; version: number; change: Change }[]
  calendars: LoadedCalendar[]
}

/**
 * Publishes a pack's folder: all of it or, when anything is wrong, nothing. Loading it again changes nothing; a changed
 * service becomes its next version. What an editor published since is left alone; where the pack changed as well, `force`
 * has to name the service. Throws PackError with every problem.
 */
export async function loadPack(dir: string, { force = [] }: { force?: readonly string[] } = {}): Promise<Loaded> {
  const pack = await readPack(dir)
  const regency = pack.regency.code
  const { people: _people, ...published } = pack
  const digest = digestOf(published)
  const attempt = () => inRegency(regency, () => inTransaction((session) => publish(pack, { digest, force }, session)))
  const loaded = await attempt().catch((error: unknown) => {
    // Somebody else published the same version first: what they wrote is now what is compared with.
    if (isDuplicate(error)) return attempt()
    throw error
  })
  forgetCatalogue()
  return { regency, ...loaded }
}

type Loading = { digest: string; force: readonly string[] }

async function publish(
  pack: Pack,
  { digest, force }: Loading,
  session: ClientSession,
): Promise<Omit<Loaded, 'regency'>> {
  const before = await RegencyModel.findOne().session(session).lean()
  const { calendars, problems: wrongCalendars } = await loadCalendars(pack.writtenCalendars, force, session)
  const services = []
  const problems: Problem[] = [...wrongCalendars]
  for (const definition of pack.services) {
    const done = await publishService(definition, pack, force, session)
    if ('problem' in done) problems.push(done.problem)
    else services.push(done)
  }
  if (problems.length > 0) throw new PackError(problems)
  const closed = await closeOthers(pack, session)
  if (before?.digest === digest && before.shared) return { unchanged: true, services, calendars }
  await keepOffices(pack, session)
  await RegencyModel.updateOne(
    {},
    {
      $set: {
        facts: pack.regency,
        crest: pack.crest,
        hosts: pack.regency.hosts,
        villages: pack.villages,
        digest,
        shared: { letters: pack.letters, messages: pack.messages },
        kpis: pack.kpis,
        loadedAt: new Date(),
      },
    },
    { upsert: true, session },
  )
  return { unchanged: false, services: [...services, ...closed], calendars }
}

async function publishService(
  definition: ServiceDefinition,
  pack: Pack,
  force: readonly string[],
  session: ClientSession,
): Promise<Loaded['services'][number] | { problem: Problem }> {
  const { code, agency } = definition
  const published = publishable(definition, pack)
  const digest = digestOf(published)
  const known = await Service.findOne({ code }).session(session).lean()
  if (known?.digest === digest) {
    await Service.updateOne({ code }, { $set: { open: true, agency, packDigest: digest } }, { session })
    return { code, version: known.current, change: 'unchanged' }
  }
  if (known?.edited && !force.includes(code)) {
    if (known.packDigest !== digest) return { problem: editedMeanwhile(code, known.current) }
    return { code, version: known.current, change: 'edited' }
  }
  const version = (known?.current ?? 0) + 1
  await ServiceVersion.insertMany([{ code, version, digest, publishedAt: new Date(), ...published }], { session })
  await Service.updateOne(
    { code },
    { $set: { agency, current: version, digest, open: true, edited: false, packDigest: digest } },
    { upsert: true, session },
  )
  return { code, version, change: known ? 'changed' : 'new' }
}

function editedMeanwhile(code: string, version: number): Problem {
  return {
    file: `${packFiles.services}/${code}.json`,
    service: code,
    path: '',
    message: `was changed here, but version ${version} in force was published by an editor since`,
    mend: `load with --force ${code} to put the pack's in its place`,
  }
}

/** A service that is no longer in the pack takes no new applications; its cases go on. */
async function closeOthers(pack: Pack, session: ClientSession): Promise<Loaded['services']> {
  const gone = { code: { $nin: pack.services.map(({ code }) => code) }, open: true }
  const closing = await Service.find(gone).session(session).lean()
  if (closing.length > 0) await Service.updateMany(gone, { $set: { open: false } }, { session })
  return closing.map(({ code, current }) => ({ code, version: current, change: 'closed' as const }))
}

async function keepOffices({ agencies, servicePoints }: Pack, session: ClientSession): Promise<void> {
  await AgencyModel.updateMany(
    { code: { $nin: agencies.map(({ code }) => code) } },
    { $set: { active: false } },
    { session },
  )
  for (const agency of agencies) {
    const { code, ...facts } = agency
    await AgencyModel.updateOne({ code }, saying(facts, ['calendar']), { upsert: true, session })
  }
  await ServicePointModel.updateMany(
    { code: { $nin: servicePoints.map(({ code }) => code) } },
    { $set: { active: false } },
    { session },
  )
  for (const point of servicePoints) {
    const { code, ...facts } = point
    await ServicePointModel.updateOne({ code }, saying(facts, ['calendar', 'note']), { upsert: true, session })
  }
}

/** What an office says now; of what it may leave out, nothing stays that an earlier pack said. */
function saying<Facts extends object>(facts: Facts, optional: readonly (keyof Facts & string)[]) {
  const unsaid = optional.filter((name) => facts[name] === undefined)
  const $set = { ...facts, active: true }
  return unsaid.length > 0 ? { $set, $unset: Object.fromEntries(unsaid.map((name) => [name, 1])) } : { $set }
}
