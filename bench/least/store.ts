import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import type { Line } from './workflow.ts'

type Permit = { _id: string; seq: number; status: 'open' | 'approved' }
type Task = { _id: string; permit: string; step: number; status: 'open' | 'done' }
type Session = { _id: string; account: string }

/** What design rules 1, 2, 3 and 6 ask of MongoDB for three decisions, by the bare driver and with nothing in it. */
export async function openStore(uri: string) {
  const mongo = await MongoClient.connect(uri)
  const db = mongo.db('least')
  const permits = db.collection<Permit>('permits')
  const tasks = db.collection<Task>('tasks')
  const lines = db.collection<{ _id: string } & Line>('lines')
  const acts = db.collection<{ _id: string; permit: string; by: string; at: Date }>('acts')
  const sessions = db.collection<Session>('sessions')

  const inTransaction = <Result>(work: (session: ReturnType<MongoClient['startSession']>) => Promise<Result>) =>
    mongo.withSession((session) =>
      session.withTransaction(() => work(session), {
        writeConcern: { w: 'majority' },
        readConcern: { level: 'snapshot' },
      }),
    )
  const line = (told: Line) => ({ _id: `${told.permit}:${told.seq}`, ...told })
  const task = (permit: string, step: number): Task => ({ _id: `${permit}:${step}`, permit, step, status: 'open' })

  return {
    async signIn(account: string): Promise<string> {
      const token = randomUUID()
      await sessions.insertOne({ _id: token, account })
      return token
    },
    signedIn: (token: string) => sessions.findOne({ _id: token }),
    task: (id: string) => tasks.findOne({ _id: id }),
    permit: (id: string) => permits.findOne({ _id: id }),
    act: (id: string, permit: string, by: string) => acts.insertOne({ _id: id, permit, by, at: new Date() }),
    /** Acceptance: the permit, its first line and its first task. */
    accept: (permit: string) =>
      inTransaction(async (session) => {
        await permits.insertOne({ _id: permit, seq: 1, status: 'open' }, { session })
        await lines.insertOne(line({ permit, seq: 1, step: 0, decisionId: '' }), { session })
        await tasks.insertOne(task(permit, 1), { session })
      }),
    /** A decision: its line by compare-and-set, the permit and its tasks as they then are. */
    record: (told: Line) =>
      inTransaction(async (session) => {
        const known = await permits.findOne({ _id: told.permit }, { session })
        if (known && known.seq >= told.seq) return told.step
        await lines.insertOne(line(told), { session })
        const status = told.step === 3 ? 'approved' : 'open'
        const { matchedCount } = await permits.updateOne(
          { _id: told.permit, seq: told.seq - 1 },
          { $set: { seq: told.seq, status } },
          { session },
        )
        if (matchedCount === 0) throw new RangeError('two stories of one line')
        await tasks.updateOne({ _id: `${told.permit}:${told.step}` }, { $set: { status: 'done' } }, { session })
        if (told.step < 3) await tasks.insertOne(task(told.permit, told.step + 1), { session })
        return told.step
      }),
    close: () => mongo.close(),
  }
}
