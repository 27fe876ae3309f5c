import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import type { Pack } from '../../catalogue/pack/pack.ts'
import type { Regions } from '../../catalogue/regions.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { Channel, Track } from '../../domain/service.ts'
import type { ImportRowInput } from '../rows/row.ts'
import { demoAnswers } from './answers.ts'
import type { DemoCases, DemoService } from './demo-cases.ts'
import { cameIn, officerAt } from './desks.ts'
import type { Timed, TimedScenario } from './moments.ts'
import type { Applicant, PeopleMaker } from './people.ts'
import type { Chance } from './random.ts'
import type { Scenario } from './scenario.ts'

type Step = NonNullable<ImportRowInput['steps']>[number]

/** A made-up case before its document has a number. */
export type Draft = {
  row: ImportRowInput
  definition: ServiceDefinition
  /** What it ended with, to be numbered in the order of these moments; null where nothing was issued. */
  issued: { at: number; track: Track } | null
}

export type DraftAround = {
  pack: Pack
  demo: DemoCases
  regions: Regions
  people: PeopleMaker
  chance: Chance
  definition: ServiceDefinition
  service: DemoService
  applicant: Applicant
  reference: string
}

/** A scenario with its moments as a row. */
export function draftOf(around: DraftAround, scenario: Scenario, { filed, beats, deemedAt }: TimedScenario): Draft {
  const { pack, demo, chance, definition, service, applicant, reference } = around
  const channel = applicant.account ? 'portal' : chance.weighted(service.channels)
  const open = scenario.outcome === null || scenario.waiting !== null
  const { regency } = pack
  const answers = demoAnswers({ ...around, filed, utcOffsetMinutes: regency.utcOffsetMinutes, region: regency.region })
  const row: ImportRowInput = {
    service: definition.code,
    reference,
    applicant: {
      name: applicant.name,
      nik: applicant.nik,
      phone: applicant.phone,
      village: applicant.village,
      ...(applicant.account ? { account: applicant.account } : {}),
    },
    channel,
    ...cameIn(channel, applicant.village, { people: pack.people, points: pack.servicePoints, chance }),
    ...(isForAnother(channel) ? { proxy: { manner: chance.one(demo.consents) } } : {}),
    filedAt: iso(channel === 'portal' && countsDays(definition) ? filed - chance.between(0, 9 * 60) * 60_000 : filed),
    answers,
    ...(open || applicant.account ? { documents: papersOf(around, answers) } : {}),
    steps: stepsOf(around, beats, open),
    ...(open ? {} : closing(scenario.outcome, beats.at(-1)?.at ?? filed)),
    ...(scenario.outcome === 'deemed' ? { overdue: 'deem' as const } : {}),
  }
  return { row, definition, issued: issuedIn(definition, scenario, beats, deemedAt) }
}

/** Where days are counted, people file from home in the evening too. */
function countsDays({ steps }: ServiceDefinition): boolean {
  return steps.every((step) => !('clock' in step) || step.clock.unit === 'working-days')
}

/** What a closed row says of its end. */
function closing(outcome: Scenario['outcome'], at: number): Pick<ImportRowInput, 'status' | 'closedAt'> {
  const status = outcome === 'deemed' ? 'deemed-approved' : (outcome ?? undefined)
  return { status, closedAt: iso(at) }
}

const iso = (at: number) => new Date(at).toISOString()
const isForAnother = (channel: Channel) => channel === 'counter' || channel === 'village'

function stepsOf(around: DraftAround, beats: Timed[], open: boolean): Step[] {
  const { chance, demo, service, pack, applicant, definition } = around
  const steps = beats.map((beat): Step => {
    const at = iso(beat.at)
    switch (beat.act) {
      case 'correct':
        return { act: 'correct', at, note: chance.one(demo.notes.corrected) }
      case 'withdraw':
        return { act: 'withdraw', at, note: chance.one(demo.notes.withdrawn) }
      default: {
        const officer = officerAt(pack.people, beat.step.desk, applicant.village)
        return {
          act: beat.act,
          step: beat.step.code,
          at,
          ...(officer ? { officer } : {}),
          ...saidWith(beat.act, service, demo, chance),
        }
      }
    }
  })
  const waitsAt = open && beats.at(-1)?.act !== 'return' ? nextDesk(definition, beats) : null
  const officer = waitsAt ? officerAt(pack.people, waitsAt.desk, applicant.village) : undefined
  if (!waitsAt || !officer || !chance.happens(demo.claimed)) return steps
  return [...steps, { act: 'claim', step: waitsAt.code, at: steps.at(-1)?.at ?? '', officer }]
}

function saidWith(act: string, service: DemoService, demo: DemoCases, chance: Chance): Partial<Step> {
  if (act === 'return') return { deficiencies: [chance.one(service.deficiencies)] }
  if (act === 'reject') return { note: chance.one(service.rejections) }
  return act === 'acknowledge' ? { note: chance.one(demo.notes.supervised) } : {}
}

/** The desk an open case has come to on the main track, one that somebody can have taken up. */
function nextDesk({ steps }: ServiceDefinition, beats: Timed[]) {
  const last = beats.at(-1)
  if (last?.act !== 'approve') return null
  const at = steps.findIndex(({ code }) => code === last.step.code)
  const next = steps.slice(at + 1).find((step) => step.kind === 'review' || step.kind === 'sign')
  return next && 'desk' in next ? next : null
}

/** A sample for every paper that is asked for: a photo where the service wants one, a scan otherwise. */
function papersOf(
  { definition, demo, applicant }: DraftAround,
  answers: Record<string, unknown>,
): Record<string, string> {
  const holds = evaluateConditions(definition, answers)
  const due = definition.requiredDocuments.filter(
    ({ when, optional }) => !optional && (when === undefined || holds[when] === true),
  )
  const photo = applicant.woman ? demo.files.womensPhoto : demo.files.mensPhoto
  return Object.fromEntries(
    due.map(({ code, types }) => [code, types.includes('application/pdf') ? demo.files.paper : photo]),
  )
}

function issuedIn(
  definition: ServiceDefinition,
  { outcome }: Scenario,
  beats: Timed[],
  deemedAt: number | null,
): Draft['issued'] {
  const last = beats.at(-1)
  if (outcome === 'deemed') return deemedAt === null ? null : { at: deemedAt, track: 'deemed' }
  if (!last || outcome === null || outcome === 'withdrawn') return null
  const track = outcome === 'rejected' ? 'rejection' : 'main'
  return definition.documents.length > 0 ? { at: last.at, track } : null
}
