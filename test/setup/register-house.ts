import { randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { type CaseState, emptyCase } from '../../domain/case/state.ts'
import { hasEnded, nextDue } from '../../domain/register/agenda.ts'
import { beginEntry } from '../../engine/register/begin.ts'
import { fastForward, workflowTime } from '../../infra/time-skipping.ts'
import { Act, type AnyAct } from '../../models/case/acts.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Message } from '../../models/case/message.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { type EntryLine, RegisterLine } from '../../models/register/line.ts'
import { entryWorkflowId } from '../../workflows/register/messages.ts'
import type { CaseHouse } from './case-house.ts'

export const dayMs = 86_400_000

type New = { validFrom?: Date; validUntil: Date | null; renews?: string | null; start?: boolean }

/** Licences in a house of cases: entered without walking their case, and moved through their years. */
export function registerHouse(house: CaseHouse) {
  const { inside, regency, engine } = house
  const idOf = ({ entry }: Pick<RegisterRecord, 'entry'>) => entryWorkflowId(regency, entry)
  const read = (entry: string) => inside(() => RegisterEntry.findOne({ entry }).orFail().lean())
  const house_ = {
    idOf,
    read,
    handle: (row: Pick<RegisterRecord, 'entry'>) => engine.client.workflow.getHandle(idOf(row)),

    /** A licence that its case has entered; its workflow is started unless told otherwise. */
    async enter({ validFrom = new Date(), validUntil, renews = null, start = true }: New): Promise<RegisterRecord> {
      const filed = await house.file({ state: closed, closedAt: new Date() }, false)
      const document = randomUUID()
      const entry = `${filed.number}:izin`
      const row = await inside(async () => {
        await IssuedDocument.insertMany([
          {
            _id: document,
            application: filed._id,
            key: `${filed._id}/izin/1`,
            code: 'izin',
            ordinal: 1,
            kind: 'approval',
            agency: 'dpmptsp',
            title: { id: 'Izin Contoh', en: 'Sample licence' },
            number: `503/${filed.number}`,
            preparedAt: validFrom,
            issuedAt: validFrom,
            validUntil,
          },
        ])
        const [created] = await RegisterEntry.insertMany([
          {
            entry,
            register: 'izin',
            application: filed._id,
            document,
            number: `503/${filed.number}`,
            service: filed.service,
            serviceVersion: filed.serviceVersion,
            agency: 'dpmptsp',
            agencies: filed.agencies,
            holder: { name: filed.applicant.name, nik: filed.applicant.nik, account: 'siti' },
            fields: {},
            validFrom,
            validUntil,
            renews,
          },
        ])
        if (!created) throw new Error('not inserted')
        return created.toObject()
      })
      if (!start) return row
      await inside(() => beginEntry(engine, house.deps, row))
      return house_.until(row, { state: { seq: expect.any(Number) } }, ({ state }) => state.seq > 0)
    },

    /** Keeps what somebody says to a licence; its id and digest go into the Update. */
    async act<Kind extends AnyAct['kind']>(row: RegisterRecord, kind: Kind, content: Record<string, unknown>) {
      const id = randomUUID()
      const act = { _id: id, kind, application: row.application, by: 'kabid', key: id, digest: 'd', at: new Date() }
      await inside(() => Act.insertMany([{ ...act, content: { entry: row.entry, ...content } } as never]))
      return { actId: id, digest: 'd', by: { kind: 'officer' as const, id: 'kabid' } }
    },

    /**
     * Moves the licence's own clock to an instant, from one thing that time brings to the next: a leap over a run that has
     * only just continued as new would pass what it is about to sleep for.
     */
    async arrive(row: RegisterRecord, until: Date): Promise<void> {
      for (;;) {
        const { state } = await read(row.entry)
        const due = nextDue(state, (await workflowTime(engine.client, idOf(row))).getTime())
        if (!due || due.at > until.getTime()) break
        await fastForward(engine.client, idOf(row), { until: new Date(due.at) }, 60_000)
        await house_.until(row, {}, (now) => now.state.seq > state.seq)
        if (hasEnded((await read(row.entry)).state)) return
        await asleep(row)
      }
      await fastForward(engine.client, idOf(row), { until }, 60_000)
    },

    async until(
      row: Pick<RegisterRecord, 'entry'>,
      expected: object,
      more: (now: RegisterRecord) => boolean = () => true,
    ): Promise<RegisterRecord> {
      return vi.waitFor(
        async () => {
          const now = await read(row.entry)
          expect(now).toMatchObject(expected)
          expect(more(now)).toBe(true)
          return now
        },
        { timeout: 30_000, interval: 50 },
      )
    },

    lines: (row: Pick<RegisterRecord, 'entry'>): Promise<EntryLine[]> =>
      inside(() => RegisterLine.find({ entry: row.entry }).sort({ seq: 1 }).lean()),
    messages: (row: Pick<RegisterRecord, 'entry'>) =>
      inside(() => Message.find({ entry: row.entry, way: 'in-app' }).sort({ seq: 1 }).lean()),

    /** The histories of every run of its workflow, oldest first. */
    async runs(row: RegisterRecord) {
      const all: Awaited<ReturnType<ReturnType<typeof engine.client.workflow.getHandle>['fetchHistory']>>[] = []
      for (let run = await firstRun(row); run; ) {
        const history = await engine.client.workflow.getHandle(idOf(row), run).fetchHistory()
        all.push(history)
        run = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? ''
      }
      return all
    },

    /** Events of every run, oldest first. */
    async histories(row: RegisterRecord): Promise<number[]> {
      return (await house_.runs(row)).map(({ events }) => events?.length ?? 0)
    },
  }
  /** The new run has set its own timer, or rests for good. */
  async function asleep(row: RegisterRecord): Promise<void> {
    await vi.waitFor(
      async () => {
        const { events } = await house_.handle(row).fetchHistory()
        const last = events?.at(-1)
        expect(last?.timerStartedEventAttributes ?? last?.workflowTaskCompletedEventAttributes).toBeTruthy()
      },
      { timeout: 30_000, interval: 50 },
    )
  }
  async function firstRun(row: RegisterRecord): Promise<string> {
    const { events } = await house_.handle(row).fetchHistory()
    return events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId ?? ''
  }
  return house_
}

/** A case whose state is of no concern here: it only has to be no longer waiting for a start. */
const closed: CaseState = { ...emptyCase(), seq: 1, status: 'approved', outcome: 'approved' }
