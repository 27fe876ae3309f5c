import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { TimelineEvent } from '../../domain/case/events.ts'
import { foldCase } from '../../domain/case/reduce.ts'
import type { CaseState, TaskState } from '../../domain/case/state.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { Message } from '../../models/case/message.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { TimelineEntry, type TimelineRecord } from '../../models/case/timeline-entry.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { isSame } from './same.ts'

/** Timeline, row, inbox, register and messages of one case, against each other; in the regency of the context. */
export async function checkCase(application: ApplicationRecord): Promise<string[]> {
  const lines = await TimelineEntry.find({ application: application._id }).sort({ seq: 1 }).lean()
  const broken = brokenChain(lines)
  if (broken.length > 0) return broken
  const state = foldCase(lines as unknown as TimelineEvent[])
  return [
    ...(isSame(state, application.state) ? [] : ['the stored state is not the fold of the timeline']),
    ...checkRow(application, state),
    ...checkOnce(lines),
    ...(await checkTasks(application, state)),
    ...(await checkRegister(application, state)),
    ...(await checkMessages(application, lines)),
  ]
}

function brokenChain(lines: TimelineRecord[]): string[] {
  let previous = ''
  for (const [index, { seq, type, at, by, data, hash }] of lines.entries()) {
    if (seq !== index + 1) return [`line ${index + 1} of the timeline bears the number ${seq}`]
    const content = canonicalize({ previous, seq, type, at, by, data }) ?? ''
    if (createHash('sha256').update(content).digest('hex') !== hash) return [`the chain is broken at line ${seq}`]
    previous = hash
  }
  return []
}

function checkRow({ status, waiting, closedAt, unstarted }: ApplicationRecord, folded: CaseState): string[] {
  const open = Object.values(folded.tasks).filter((task) => task.status === 'open')
  const isReturned = Object.values(folded.tasks).some((task) => task.status === 'returned')
  const isAtOffice = !folded.outcome && !isReturned && open.length > 0
  return [
    ...(status === folded.status ? [] : [`the row says ${status}, the timeline ${folded.status}`]),
    ...((closedAt === null) === (folded.closedAt === null) ? [] : ['row and timeline differ on whether it is closed']),
    ...(isAtOffice && waiting.task !== open[0]?.id ? [`it waits on ${waiting.task}, not on its open task`] : []),
    ...(isReturned && !folded.outcome && waiting.kind !== 'applicant'
      ? [`it is returned, and waits on ${waiting.kind}`]
      : []),
    ...(unstarted ? ['it was never started'] : []),
  ]
}

/** What may happen once only; some of it once again in each round of a case that was reopened. */
function checkOnce(lines: TimelineRecord[]): string[] {
  const seen = new Map<string, number>()
  let round = 0
  for (const { type, data } of lines) {
    if (type === 'reopened') round += 1
    const key = onceKey(type, data, round)
    if (key) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return [...seen]
    .filter(([, times]) => times > 1)
    .map(([key, times]) => `${key} stands ${times} times in the timeline`)
}

function onceKey(type: string, data: Record<string, unknown>, round: number): string | null {
  switch (type) {
    case 'received':
      return type
    case 'closed':
    case 'declared-complete':
      return `${type} ${round}`
    case 'task-opened':
    case 'task-closed':
      return `${type} ${data.task}`
    case 'task-decided':
      return `decision ${data.decisionId}`
    case 'corrected':
      return `correction ${data.correctionId}`
    case 'reopened':
      return `reopening ${data.reopenId}`
    case 'step-ended':
      return `${type} ${data.track}/${data.step} ${round}`
    case 'document-prepared':
    case 'document-signed':
    case 'document-received':
      return `${type} ${data.document}`
    case 'register-entered':
      return `${type} ${data.entry}`
    case 'bill-opened':
    case 'bill-paid':
    case 'bill-cancelled':
      return `${type} ${data.bill}`
    case 'refund-due':
      return `${type} ${data.refund}`
    case 'call-opened':
    case 'call-answered':
      return `${type} ${data.call}`
    case 'rung-reached':
      return `${type} ${data.clock} ${data.percent} ${round}`
    default:
      return null
  }
}

async function checkTasks({ _id }: ApplicationRecord, state: CaseState): Promise<string[]> {
  const rows = await Task.find({ application: _id }).lean()
  const known = Object.values(state.tasks)
  const faults = known.flatMap((task) => {
    const row = rows.find((each) => each.task === task.id)
    return row ? differences(row, task, state) : [`task ${task.id} is not in the inbox`]
  })
  if (rows.length > known.length) faults.push('the inbox holds a task that the timeline does not know')
  const twice = known.filter((task) => task.decided.filter(({ decision }) => decision !== 'return').length > 1)
  return [...faults, ...twice.map((task) => `task ${task.id} was decided twice`)]
}

function differences(row: TaskRecord, task: TaskState, state: CaseState): string[] {
  const clock = state.clocks[task.id]
  const asRow = { status: row.status, assignee: row.assignee, decisions: row.decisions, dueAt: instant(row.dueAt) }
  const asTask = {
    status: task.status,
    assignee: task.assignee,
    decisions: task.decisions,
    dueAt: clock?.instants?.dueAt ?? null,
  }
  return isSame(asRow, asTask) ? [] : [`task ${task.id} stands otherwise in the inbox than in the timeline`]
}

async function checkRegister({ _id }: ApplicationRecord, { register }: CaseState): Promise<string[]> {
  const rows = await RegisterEntry.find({ application: _id }).lean()
  const inRegister = rows.map(({ entry, document, validUntil }) => `${entry} ${document} ${instant(validUntil)}`)
  const inTimeline = register.map(({ entry, document, validUntil }) => `${entry} ${document} ${validUntil}`)
  return isSame(inRegister.sort(), inTimeline.sort()) ? [] : ['register and timeline differ']
}

/** Every occasion has its messages, and each message is there once. */
async function checkMessages({ _id }: ApplicationRecord, lines: TimelineRecord[]): Promise<string[]> {
  const messages = await Message.find({ application: _id }).lean()
  const occasions = lines.filter(({ type }) => type === 'message-queued').map(({ seq }) => seq)
  const handedOver = lines.filter(({ type }) => type === 'task-assigned').map(({ seq }) => seq)
  const due = occasions.filter((seq) => !isForNobody(lines, seq))
  const keys = messages.map(({ seq, way, to }) => `${seq} ${way} ${to}`)
  return [
    ...due
      .filter((seq) => !messages.some((message) => message.seq === seq))
      .map((seq) => `nobody was told of line ${seq}`),
    ...messages
      .filter(({ seq }) => !occasions.includes(seq) && !handedOver.includes(seq))
      .map(({ seq }) => `a message tells of line ${seq}, which is none`),
    ...(new Set(keys).size === keys.length ? [] : ['a message is there twice']),
  ]
}

/** A rung that reminds a desk, where the case rests on none and the rung names nobody else. */
function isForNobody(lines: TimelineRecord[], seq: number): boolean {
  const { trigger, task, clock } = lines[seq - 1]?.data ?? {}
  if (trigger !== 'warned' || task !== undefined) return false
  const before = lines.slice(0, seq)
  const rung = before.findLast(({ type, data }) => type === 'rung-reached' && data.clock === clock)
  const open = foldCase(before as unknown as TimelineEvent[]).tasks
  const rests = Object.values(open).some(({ status }) => status === 'open')
  const actions = (rung?.data.actions ?? []) as { kind: string }[]
  return rung !== undefined && !rests && actions.every(({ kind }) => kind === 'remind')
}

const instant = (date: Date | null) => date?.getTime() ?? null
