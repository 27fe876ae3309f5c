import type { Step } from '../../catalogue/schema/steps.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { LocalText } from '../../contracts/common.ts'
import { type Desk, type Track, tracks } from '../../domain/service.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { officeOf, versionOf, villageOfficeOf } from '../../models/catalogue/catalogue.ts'
import type { Words } from './sentences.ts'

type Named = Pick<ApplicationRecord, 'service' | 'serviceVersion' | 'village'>

/** What the codes of a case are called: steps, documents and articles by its pinned version, offices by the regency. */
export type CaseWords = Words & { definition: ServiceDefinition; steps: Record<Track, Step[]> }

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
  const steps: CaseWords['steps'] = {
    main: definition.steps,
    rejection: definition.rejection,
    deemed: definition.deemed,
  }
  const offices = await officesOf(Object.values(steps).flat(), village)
  return {
    definition,
    steps,
    step: (track, code) => steps[track].find((step) => step.code === code)?.name ?? same(code),
    office: (desk) => offices.get(keyOf(desk)) ?? '',
    document: (code) => definition.documents.find((each) => each.code === code)?.name ?? same(code),
    stepOfTask: (task) => stepOfTask(steps, task),
    basis: (code) => basisOf(definition, code),
  }
}

/** Undoes `taskId` of domain/case/advance: `{number}:{step}`, or `{number}:{track}-{step}` off the main track. */
function stepOfTask(steps: CaseWords['steps'], task: string): LocalText | null {
  const code = task.slice(task.indexOf(':') + 1)
  for (const track of tracks) {
    const found = steps[track].find((step) => code === (track === 'main' ? step.code : `${track}-${step.code}`))
    if (found) return found.name
  }
  return null
}

/** Article and document that a code of the definition's sources stands for. */
function basisOf({ sources }: Pick<ServiceDefinition, 'sources'>, code: string): string {
  const source = sources[code]
  if (!source) return code
  return source.article ? `${source.document}, ${source.article}` : source.document
}

/** The desk a step waits on; where nobody has to act, the office that issues; null where none is concerned. */
export function deskOf(step: Step): Desk | null {
  switch (step.kind) {
    case 'review':
    case 'sign':
      return step.desk
    case 'issue':
      return step.agency === 'village-of-application'
        ? { role: 'village-head', village: 'of-application' }
        : { role: 'signer', agency: step.agency }
    case 'register':
    case 'notify':
      return null
  }
}

async function officesOf(steps: Step[], village: string | null): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const desk of steps.map(deskOf)) {
    if (desk && !names.has(keyOf(desk))) names.set(keyOf(desk), await officeName(desk, village))
  }
  return names
}

async function officeName(desk: Desk, village: string | null): Promise<string> {
  if ('agency' in desk) return (await officeOf(desk.agency)).name
  return village ? (await villageOfficeOf(village)).name : ''
}

const keyOf = (desk: Desk) => ('agency' in desk ? desk.agency : '(village)')
const same = (code: string): LocalText => ({ id: code, en: code })
