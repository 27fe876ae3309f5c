import { toFlow } from '../../catalogue/compile/flow.ts'
import type { Pack } from '../../catalogue/pack/pack.ts'
import type { Regions } from '../../catalogue/regions.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { type Flow, isHuman } from '../../domain/service.ts'
import { type CompiledCalendar, compileCalendar } from '../../domain/working-time/index.ts'
import type { ImportRowInput } from '../rows/row.ts'
import type { DemoCases, DemoService } from './demo-cases.ts'
import { type Draft, draftOf } from './make-row.ts'
import { timed } from './moments.ts'
import { numberDrafts } from './number-drafts.ts'
import { type OfficeTime, officeTime } from './office-time.ts'
import { type Applicant, applicantOf, type PeopleMaker, peopleMaker } from './people.ts'
import { type Chance, chanceOf } from './random.ts'
import { closedScenario, runningScenario, type Scenario } from './scenario.ts'

const minuteMs = 60_000
const dayMs = 1_440 * minuteMs
/** Draws before a stage is given up: each misses only where a moment would lie ahead of now. */
const mostDraws = 200

/** What the demonstration of a regency takes over: the same rows for the same pack, seed and moment. */
export function demoRows(pack: Pack, demo: DemoCases, regions: Regions, now: number): ImportRowInput[] {
  const chance = chanceOf(demo.seed)
  const people = peopleMaker(demo, pack.regency.region, regions, chance)
  const calendars = new Map(pack.calendars.map((calendar) => [calendar.code, compileCalendar(calendar)]))
  const drafts = Object.entries(demo.services).flatMap(([code, service]) => {
    const definition = pack.services.find((each) => each.code === code)
    if (!definition) throw new RangeError(`demo/cases.json names ${code}, which is no service of the pack`)
    return new ServiceDemo({ pack, demo, regions, people, chance, definition, service, calendars, now }).drafts()
  })
  return numberDrafts(drafts, pack, demo, chance)
}

type Around = {
  pack: Pack
  demo: DemoCases
  regions: Regions
  people: PeopleMaker
  chance: Chance
  definition: ServiceDefinition
  service: DemoService
  calendars: Map<string, CompiledCalendar>
  now: number
}

class ServiceDemo {
  private readonly around: Around
  private readonly flow: Flow
  private readonly office: OfficeTime
  private count = 0

  constructor(around: Around) {
    this.around = around
    this.flow = toFlow(around.definition, 1)
    const first = this.flow.tracks.main.find(isHuman)
    if (!first) throw new RangeError(`${around.definition.code} has no step that a person takes`)
    this.office = officeTime(this.calendar(first.clock.calendar))
  }

  drafts(): Draft[] {
    const { service, demo, definition, chance } = this.around
    const drafts: Draft[] = []
    for (let count = 0; count < service.closed; count += 1)
      drafts.push(this.draw(() => closedScenario(this.flow, service, chance), null))
    for (const [stage, count] of Object.entries(service.running))
      for (let each = 0; each < count; each += 1)
        drafts.push(this.draw(() => runningScenario(this.flow, stage, chance), null))
    for (const { person, service: code, stage } of demo.own)
      if (code === definition.code) drafts.push(this.draw(() => this.staged(stage), this.demoPerson(person)))
    return drafts
  }

  /** A case of somebody who can sign in: an outcome, or a step it waits at. */
  private staged(stage: string): Scenario {
    const { service, chance } = this.around
    if (stage in service.outcomes)
      return closedScenario(this.flow, { ...service, outcomes: { [stage]: 1 } as DemoService['outcomes'] }, chance)
    return runningScenario(this.flow, stage, chance)
  }

  private draw(scenario: () => Scenario, own: Applicant | null): Draft {
    const { now, people, service, definition } = this.around
    for (let draw = 0; draw < mostDraws; draw += 1) {
      const drawn = scenario()
      const moments = timed(drawn, {
        office: this.office,
        end: this.ending(drawn),
        now,
        flow: this.flow,
        calendar: (code) => this.calendar(code),
      })
      if (!moments) continue
      this.count += 1
      const applicant = own ?? people.make(service, moments.filed)
      const reference = `DEMO-${definition.code}-${String(this.count).padStart(4, '0')}`
      return draftOf({ ...this.around, applicant, reference }, drawn, moments)
    }
    throw new RangeError(`no case of ${definition.code} fits before ${new Date(now).toISOString()}`)
  }

  /** When it ended, at work; for one that silence approved, when nobody had decided for some days: lately where it is open. */
  private ending({ waiting, outcome }: Scenario): number {
    const { demo, chance, now } = this.around
    const isSupervised = outcome === 'deemed' && waiting !== null
    const days = isSupervised ? 7 + chance.next() * 13 : 1 + chance.next() * (demo.months * 30 - 1)
    const moment = Math.floor((now - days * dayMs) / minuteMs) * minuteMs
    return this.office.after(moment, chance.between(5, 420))
  }

  private calendar(code: string): CompiledCalendar {
    const found = this.around.calendars.get(code)
    if (!found) throw new RangeError(`the pack has no calendar ${code}`)
    return found
  }

  private demoPerson(email: string): Applicant {
    const person = this.around.pack.people.find((each) => each.email === email)
    if (!person) throw new RangeError(`demo/cases.json names ${email}, who is not among the pack's people`)
    return applicantOf(person)
  }
}
