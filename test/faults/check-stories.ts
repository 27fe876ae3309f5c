import type { Client } from '@temporalio/client'
import type { Types } from 'mongoose'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { GivenNumber, NumberSeries } from '../../models/case/number.ts'
import { TimelineEntry, type TimelineRecord } from '../../models/case/timeline-entry.ts'
import { inRegency } from '../../models/tenancy.ts'
import { applicationWorkflowId, caseState } from '../../workflows/messages.ts'
import { calendarsInForce } from '../clocks/calendars-in-force.ts'
import { type Calendars, checkClocks } from '../clocks/check-clocks.ts'
import { checkCase } from './check-case.ts'
import { checkLetters } from './check-letters.ts'
import { isSame } from './same.ts'
import { until } from './until.ts'

/**
 * Whether everything that is kept of every case tells one story: timeline, row, tasks, register, messages, numbers,
 * documents and the workflow itself. Gives every contradiction as a sentence; none when all is well.
 */
export async function checkStories(regency: string, workflows: Client): Promise<string[]> {
  return inRegency(regency, async () => {
    const faults: string[] = []
    const calendars = await calendarsInForce()
    for (const application of await Application.find().sort({ number: 1 }).lean()) {
      const { number, state } = application
      const found = [
        ...(await checkCase(application)),
        ...(await clocksOf(application, calendars)),
        ...(await checkLetters(application)),
        ...(await checkWorkflow(workflows, applicationWorkflowId(regency, number), state)),
      ]
      faults.push(...found.map((fault) => `${number}: ${fault}`))
    }
    return [...faults, ...(await checkNumbers())]
  })
}

/** Every clock of every case of the regency, counted anew minute by minute by a second opinion. */
export async function wrongClocks(): Promise<string[]> {
  const calendars = await calendarsInForce()
  const faults: string[] = []
  for (const application of await Application.find().select({ number: 1, shift: 1, closedAt: 1 }).lean())
    faults.push(...(await clocksOf(application, calendars)).map((fault) => `${application.number}: ${fault}`))
  return faults
}

/** Every clock of a case, counted anew up to its own present. */
async function clocksOf(
  { _id, shift, closedAt }: Pick<ApplicationRecord, '_id' | 'shift' | 'closedAt'>,
  calendars: Calendars,
): Promise<string[]> {
  const lines = await TimelineEntry.find({ application: _id })
    .sort({ seq: 1 })
    .lean<(TimelineRecord & { _id: Types.ObjectId })[]>()
  const now = closedAt === null ? Date.now() + shift : null
  return checkClocks(lines, calendars, now, ({ _id }) => _id.getTimestamp().getTime())
}

/** The workflow's own story, read out of its history: of closed cases too, whose workflow ends a moment after their row. */
async function checkWorkflow(workflows: Client, id: string, state: { outcome: string | null }): Promise<string[]> {
  const handle = workflows.workflow.getHandle(id)
  const statusNow = async () => (await handle.describe()).status.name
  const ended = async () => ((await statusNow()) === 'RUNNING' ? null : true)
  if (state.outcome) await until(`${id} ends, for its case is ${state.outcome}`, ended)
  const status = await statusNow()
  const told = await handle.query(caseState)
  return [
    ...(isSame(told, state) ? [] : ['the workflow tells another state than the stored one']),
    ...(status === (state.outcome ? 'COMPLETED' : 'RUNNING')
      ? []
      : [`the workflow is ${status}, the case ${state.outcome ?? 'open'}`]),
  ]
}

/** Every series without gap from 1 to its last, and no number twice. */
export async function checkNumbers(): Promise<string[]> {
  const faults: string[] = []
  const given = await GivenNumber.find().sort({ series: 1, sequence: 1 }).lean()
  for (const { series, last } of await NumberSeries.find().lean()) {
    const sequences = given.filter((each) => each.series === series).map(({ sequence }) => sequence)
    if (
      !isSame(
        sequences,
        Array.from({ length: last }, (_, index) => index + 1),
      )
    )
      faults.push(`series ${series} ends at ${last} and holds ${sequences.join(', ')}`)
  }
  for (const part of ['text', 'key'] as const) {
    const values = given.map((each) => each[part])
    if (new Set(values).size !== values.length) faults.push(`a number's ${part} was given twice`)
  }
  return faults
}
