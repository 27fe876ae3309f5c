import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { toEvent } from '../../activities/record/timeline.ts'
import { agenciesOf } from '../../api/applications/agencies.ts'
import type { EventType, TimelineEvent } from '../../domain/case/events.ts'
import { caseDeps } from '../../engine/case-deps.ts'
import { officerAt } from '../../engine/officer-at.ts'
import { openCase } from '../../engine/open-case.ts'
import { startCase } from '../../engine/start-case.ts'
import { createLogger } from '../../infra/logger.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { currentVersion, flowOf } from '../../models/catalogue/catalogue.ts'
import { loadPack } from '../../models/catalogue/load-pack.ts'
import { inTransaction } from '../../models/transaction.ts'
import { regency, testEnv } from '../api/api-house.ts'
import { citizen } from '../api/case-api-house.ts'
import { png } from '../api/sample-files.ts'
import { withCopy } from '../catalogue/broken-pack.ts'
import type { ServiceCode } from '../catalogue/fixture.ts'
import { sampleAnswers } from '../catalogue/sample-answers.ts'
import { openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'

const dayMs = 86_400_000
const weekMs = 7 * dayMs

export type PackHouse = Awaited<ReturnType<typeof openPackHouse>>

/** So many whole weeks later a story of that date can still be told: 0 where it lies ahead. Weekdays stay what they are. */
export function weeksUntilAhead(date: string): number {
  return Math.max(0, Math.ceil((Date.now() + 2 * dayMs - Date.parse(date)) / weekMs))
}

/**
 * Cases of the pack's own services by the pack's own calendars. Workflows go forward only: for a season that has passed all
 * dates of the calendars are moved on by whole weeks, and what is asked for by its date is moved with them. `with` writes into
 * a copy of the pack first, in dates as they are written.
 */
export async function openPackHouse({ weeks, with: more }: { weeks: number; with?: (dir: string) => Promise<void> }) {
  const env = testEnv()
  const deps = {
    ...(await caseDeps(env, createLogger('test', env.LOG_LEVEL))),
    signing: localAuthority(),
    officer: officerAt,
    file: async () => ({ type: 'image/png', bytes: png }),
  }
  const house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    regency,
    flow: flowOf,
    deps,
  })
  await withCopy(async (dir) => {
    await more?.(dir)
    await moveCalendars(join(dir, 'calendars'), weeks)
    await loadPack(dir)
  })

  /** Of a local date and time of the calendar as it is written, `2026-03-17 13:59`. */
  const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+07:00`) + weeks * weekMs

  /** Once what was done last has set its timers: a leap that begins before would pass them by. */
  async function atRest(application: ApplicationRecord): Promise<void> {
    const isBusy = async () => {
      const { raw } = await house.handle(application).describe()
      return (raw.pendingActivities ?? []).length > 0 || Boolean(raw.pendingWorkflowTask)
    }
    await expect.poll(isBusy, { timeout: 20_000 }).toBe(false)
  }

  async function timeline({ _id }: ApplicationRecord): Promise<TimelineEvent[]> {
    const lines = await house.inside(() => TimelineEntry.find({ application: _id }).sort({ seq: 1 }).lean())
    return lines.map(toEvent)
  }

  return {
    ...house,
    at,
    /** The date that a date of the written calendar has become. */
    date: (written: string) => laterDate(written, weeks),
    /** Accepts an application then, with its case opened in the same breath, as the API does. */
    async accept(service: ServiceCode, local: string, changes: Partial<ApplicationRecord> = {}) {
      return house.inside(async () => {
        const current = await currentVersion(service)
        if (!current) throw new RangeError(`${service} is not open`)
        const { definition, version } = current
        const filed = await house.file(
          {
            service,
            serviceVersion: version,
            agencies: agenciesOf(definition),
            applicant: { account: 'siti', ...citizen },
            village: citizen.village,
            answers: sampleAnswers[service],
            attachments: definition.requiredDocuments.map(({ code }) => ({ code, file: 'berkas' })),
            acceptedAt: new Date(at(local)),
            ...changes,
          },
          false,
        )
        const opened = await inTransaction((session) => openCase(house.deps, house.engine, filed, session))
        await startCase(house.engine, filed, { opened })
        await fastForward(house.engine.client, house.workflowId(filed), { until: filed.acceptedAt })
        return house.read(filed._id)
      })
    },
    async goTo(application: ApplicationRecord, local: string, { minutes = 0 } = {}): Promise<void> {
      await atRest(application)
      const until = new Date(at(local) + minutes * 60_000)
      await fastForward(house.engine.client, house.workflowId(application), { until })
    },
    timeline,
    async linesOf<Type extends EventType>(application: ApplicationRecord, type: Type) {
      const lines = await timeline(application)
      return lines.filter((line): line is Extract<TimelineEvent, { type: Type }> => line.type === type)
    },
  }
}

export async function moveCalendars(folder: string, weeks: number): Promise<void> {
  if (weeks === 0) return
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const text = await readFile(path, 'utf8')
    await writeFile(
      path,
      text.replaceAll(/"(\d{4}-\d{2}-\d{2})"/g, (_, date: string) => `"${laterDate(date, weeks)}"`),
    )
  }
}

const laterDate = (date: string, weeks: number) =>
  new Date(Date.parse(date) + weeks * weekMs).toISOString().slice(0, 10)
