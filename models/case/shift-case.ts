import { inTransaction } from '../transaction.ts'
import { Application } from './application.ts'
import { Task } from './task.ts'

/** Keeps how far ahead of real time a demo case's own present is (ms), on the case and on its rows of the inbox. */
export async function shiftCase(application: string, shift: number): Promise<void> {
  await inTransaction(async (session) => {
    await Application.updateOne({ _id: application }, { $set: { shift } }, { session })
    await Task.updateMany({ application }, { $set: { shift } }, { session })
  })
}
