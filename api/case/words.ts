import type { z } from 'zod'
import type { Seat, Step } from '../../catalogue/schema/steps.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { flatStepsOf } from '../../catalogue/steps-of.ts'
import type { LocalText } from '../../contracts/common.ts'
import { type Desk, type Track, tracks } from '../../domain/service.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { announcedChanges } from '../../models/catalogue/calendar-changes.ts'
import { agencyNames, regencyFacts, versionOf, villageOfficeOf } from '../../models/catalogue/catalogue.ts'
import type { CalendarWords } from './calendar-sentence.ts'
import type { Words } from './sentences.ts'

type Named = Pick<ApplicationRecord, 'service' | 'serviceVersion' | 'village'>

/** What the codes of a case are called: steps, documents and articles by its pinned version, offices by the regency. */
export type CaseWords = Words & {
  definition: ServiceDefinition
  /** Steps by track, those inside branches among them. */
  steps: Record<Track, Step[]>
}

/** Words of cases, each service version and village looked up once: make one for a request. */
export function wordBook(): (application: Named) => Promise<CaseWords> {
  const known = new Map<string, Promise<CaseWords>>()
  return ({ service, serviceVersion, village }) => {
    const key = `${service}/${serviceVersion}/${village ?? ''}`
    const words = known.get(key) ?? wordsOf({ service, serviceVersion, village })
    known.set(key, words)
    return words
  }
}

async function wordsOf({ service, serviceVersion, village }: Named): Promise<CaseWords> {
  const { definition } = await versionOf(service, serviceVersion)
  const steps = Object.fromEntries(tracks.map((track) => [track, flatStepsOf(definition, track)])) as CaseWords['steps']
  const [offices, calendar] = await Promise.all([officesOf(village), calendarWords()])
  return {
    definition,
    steps,
    step: (track, code) =>
      steps[track].find((step) => step.code === code)?.name ?? (isAdded(code) ? addedName : same(code)),
    office: (desk) => offices.get(keyOf(desk)) ?? '',
    document: (code) => definition.documents.find((each) => each.code === code)?.name ?? same(code),
    stepOfTask: (task) => stepOfTask(steps, task),
    basis: (code) => basisOf(definition, code),
    calendar,
  }
}

async function calendarWords(): Promise<CalendarWords> {
  const [{ utcOffsetMinutes }, announced] = await Promise.all([regencyFacts(), announcedChanges()])
  return {
    utcOffsetMinutes,
    changes: (calendar, was, now) =>
      (announced.get(calendar) ?? []).filter(({ version }) => version > was && version <= now),
  }
}

/** Undoes `taskId` of domain/case/open-step: the step's name, with the seat's behind it where several are asked. */
function stepOfTask(steps: CaseWords['steps'], task: string): LocalText | null {
  const [name = '', seat] = (task.slice(task.indexOf(':') + 1).split('~')[0] ?? '').split('.')
  for (const track of tracks) {
    const found = steps[track].find((step) => name === (track === 'main' ? step.code : `${track}-${step.code}`))
    if (found) return seat && found.kind === 'consult' ? nameOfSeat(found, seat) : found.name
  }
  return isAdded(name) ? addedName : null
}

function nameOfSeat({ name, panel }: Extract<Step, { kind: 'consult' }>, code: string): LocalText {
  const seat = panel.find((each) => each.code === code)?.name
  return seat ? { id: `${name.id} (${seat.id})`, en: `${name.en} (${seat.en})` } : name
}

/** Article and document that a code of the definition's sources stands for. */
function basisOf({ sources }: Pick<ServiceDefinition, 'sources'>, code: string): string {
  const source = sources[code]
  if (!source) return code
  return source.article ? `${source.document}, ${source.article}` : source.document
}

/** Every desk a step waits on. */
export function desksOf(step: Step): Desk[] {
  if (step.kind === 'consult') return step.panel.map(({ desk }: z.infer<typeof Seat>) => desk)
  const desk = deskOf(step)
  return desk ? [desk] : []
}

/** The desk a step waits on; where nobody has to act, the office that issues; null where none or several are concerned. */
export function deskOf(step: Step): Desk | null {
  switch (step.kind) {
    case 'review':
    case 'sign':
    case 'inspect':
      return step.desk
    case 'call':
      return { role: 'verifier', agency: step.agency }
    case 'issue':
      return step.agency === 'village-of-application'
        ? { role: 'village-head', village: 'of-application' }
        : { role: 'signer', agency: step.agency }
    case 'consult':
    case 'pay':
    case 'wait':
    case 'parallel':
    case 'register':
    case 'notify':
      return null
  }
}

/** What offices are called: every agency of the regency, since a superior may ask any, and the case's own village. */
async function officesOf(village: string | null): Promise<Map<string, string>> {
  const agencies = await agencyNames()
  return village ? new Map([...agencies, [villageKey, (await villageOfficeOf(village)).name]]) : agencies
}

const villageKey = '(village)'
const keyOf = (desk: Desk) => ('agency' in desk ? desk.agency : villageKey)
const same = (code: string): LocalText => ({ id: code, en: code })

const addedPrefix = 'tambahan-'
/** Code and name of a step that a superior put into one case; the definition knows nothing of it. */
export const addedCode = (ordinal: number) => `${addedPrefix}${ordinal}`
export const isAdded = (code: string) => code.startsWith(addedPrefix)
export const addedName: LocalText = { id: 'Pemeriksaan tambahan', en: 'Additional review' }
