import { MongoClient } from 'mongodb'
import { type Round, run } from '../load.ts'

/** The least that counting a case anew writes, by the bare driver: in one transaction a read, two lines, the case and its task. */
export async function bareWrites(uri: string, cases: number, lanes: number): Promise<Round> {
  const mongo = await MongoClient.connect(uri, { maxPoolSize: lanes })
  try {
    const db = mongo.db('bare')
    const ids = Array.from({ length: cases }, (_, index) => `case-${index}`)
    const [sample, task] = [
      await mongo
        .db('lontar')
        .collection('applications')
        .findOne({ number: /^UKUR-/ }),
      await mongo
        .db('lontar')
        .collection('tasks')
        .findOne({ number: /^UKUR-/ }),
    ]
    if (!sample || !task) throw new Error('no case was opened')
    await db.collection<{ _id: string }>('applications').insertMany(ids.map((_id) => ({ ...sample, _id })))
    await db.collection<{ _id: string }>('tasks').insertMany(ids.map((_id) => ({ ...task, _id })))
    return await run(cases, lanes, async (index) => {
      const _id = ids[index] ?? ''
      await mongo.withSession((session) =>
        session.withTransaction(
          async () => {
            const found = await db.collection<{ _id: string }>('applications').findOne({ _id }, { session })
            const lines = [1, 2].map((seq) => ({ application: _id, seq, data: task.clock }))
            await db.collection('timeline').insertMany(lines, { session })
            const state = { ...sample.state, seq: 99, head: found?._id }
            await db.collection<{ _id: string }>('applications').updateOne({ _id }, { $set: { state } }, { session })
            await db
              .collection<{ _id: string }>('tasks')
              .updateOne({ _id }, { $set: { clock: task.clock } }, { session })
          },
          { writeConcern: { w: 'majority' }, readConcern: { level: 'snapshot' } },
        ),
      )
    })
  } finally {
    await mongo.close()
  }
}
