import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writtenCalendarSchema } from '../calendar-schema.ts'
import { crossCheck } from '../cross-checks/index.ts'
import { LetterTemplateSchema } from '../letter-schema.ts'
import { officeCalendars, withCalendars } from '../office-calendars.ts'
import { loadRegions } from '../regions.ts'
import { Kpis } from '../schema/kpis.ts'
import { SharedMessages } from '../schema/messages.ts'
import { Agencies, ServicePoints } from '../schema/offices.ts'
import { DemoPeople } from '../schema/people.ts'
import { Regency } from '../schema/regency.ts'
import { ServiceDefinition } from '../service-schema.ts'
import { wholeCalendars } from './calendars.ts'
import { type Pack, packFiles } from './pack.ts'
import { parseFile, parseFileIfAny, parseFolder } from './parse-file.ts'
import { PackError, type Problem } from './problem.ts'

/**
 * Reads and checks a pack's folder. All that is wrong comes back at once; `pack` is there only when nothing is. A file
 * that cannot be read is left out of the cross-checks, so that it does not look like ten missing ones.
 */
export async function checkPack(dir: string): Promise<{ pack?: Pack; problems: Problem[] }> {
  const problems: Problem[] = []
  const [regency, offices, points, messages, kpis, people, writtenCalendars, letters, services] = await Promise.all([
    parseFile(dir, packFiles.regency, Regency, problems),
    parseFile(dir, packFiles.agencies, Agencies, problems),
    parseFile(dir, packFiles.servicePoints, ServicePoints, problems),
    parseFile(dir, packFiles.messages, SharedMessages, problems),
    parseFileIfAny(dir, packFiles.kpis, Kpis, problems),
    parseFile(dir, packFiles.people, DemoPeople, problems),
    parseFolder(dir, packFiles.calendars, writtenCalendarSchema, problems),
    parseFolder(dir, packFiles.letters, LetterTemplateSchema, problems),
    parseFolder(dir, packFiles.services, ServiceDefinition, problems),
  ])
  const crest = regency && (await readCrest(dir, regency.crest, problems))
  const calendars = wholeCalendars(writtenCalendars, problems)
  const leftOut = writtenCalendars.filter(({ code }) => !calendars.some((whole) => whole.code === code))
  const unreadable = new Set([
    ...problems.map(({ file }) => file),
    ...leftOut.map(({ code }) => `${packFiles.calendars}/${code}.json`),
  ])
  problems.push(
    ...crossCheck({
      regency,
      offices,
      points,
      messages,
      kpis,
      people,
      calendars,
      letters,
      services,
      unreadable,
      regions: await loadRegions(),
    }),
  )
  if (problems.length > 0 || !regency || !offices || !points || !messages || !people || crest === undefined) {
    return { problems }
  }
  const { agencies, villages } = offices
  const { servicePoints } = points
  const named = officeCalendars(regency, agencies, villages)
  return {
    pack: {
      regency,
      crest,
      agencies,
      villages,
      servicePoints,
      calendars,
      writtenCalendars,
      letters,
      messages,
      services: services.map((definition) => withCalendars(definition, named)),
      kpis: kpis?.kpis ?? [],
      people: people.people,
    },
    problems,
  }
}

/** A pack that is whole. Throws PackError with every problem. */
export async function readPack(dir: string): Promise<Pack> {
  const { pack, problems } = await checkPack(dir)
  if (!pack) throw new PackError(problems)
  return pack
}

async function readCrest(dir: string, file: string, problems: Problem[]): Promise<string | undefined> {
  const svg = await readFile(join(dir, file), 'utf8').catch(() => undefined)
  if (svg === undefined) {
    problems.push({ file: packFiles.regency, path: 'crest', message: `names ${file}, which is not in the pack` })
  } else if (/<script|\son\w+=|href=["'](?!#)/i.test(svg)) {
    problems.push({ file, path: '', message: 'has scripts or links, which a crest may not have' })
    return undefined
  }
  return svg
}
