import { namesOf } from '../../models/auth-user.ts'
import type { AnyAct } from '../../models/case/acts.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { actsOf } from '../../models/case/keep-act.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'

/** A case with all that lies beside it, read once for presenting. */
export type CaseFolder = {
  application: ApplicationRecord
  tasks: TaskRecord[]
  documents: DocumentRecord[]
  bills: BillRecord[]
  /** By id: the notes and contents that the timeline only names. */
  acts: Map<string, AnyAct>
  /** Objections to its decisions. */
  objections: Pick<ApplicationRecord, '_id' | 'number' | 'status'>[]
  /** Names by account. */
  names: Map<string, string>
}

export async function openFolder(application: ApplicationRecord): Promise<CaseFolder> {
  const { _id, state } = application
  const people = Object.values(state.tasks).flatMap(({ assignee, seat, decided }) => [
    ...(assignee ? [assignee] : []),
    ...(seat ? decided.map(({ by }) => by) : []),
  ])
  const [tasks, documents, bills, acts, objections, names] = await Promise.all([
    Task.find({ application: _id }).sort({ openedAt: 1 }).lean<TaskRecord[]>(),
    IssuedDocument.find({ application: _id }).sort({ preparedAt: 1 }).lean<DocumentRecord[]>(),
    Bill.find({ application: _id }).sort({ openedAt: 1 }).lean<BillRecord[]>(),
    actsOf(_id),
    Application.find({ 'about.application': _id })
      .sort({ acceptedAt: 1 })
      .select({ number: 1, status: 1 })
      .lean<Pick<ApplicationRecord, '_id' | 'number' | 'status'>[]>(),
    namesOf(people),
  ])
  return { application, tasks, documents, bills, acts, objections, names }
}
