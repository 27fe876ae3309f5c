import mongoose from 'mongoose'
import { expect, inject, test } from 'vitest'

test('the run has a primary that knows transactions', async () => {
  const client = new mongoose.mongo.MongoClient(inject('mongoUri'))
  const session = client.startSession()
  const notes = client.db('infra-servers').collection('notes')
  await expect(
    session.withTransaction(async () => {
      await notes.insertOne({ text: 'never kept' }, { session })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await notes.countDocuments()).toBe(0)
  await session.endSession()
  await client.close()
})
