import { latestDocument } from '../../domain/case/open-step.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { versionOf } from '../../models/catalogue/catalogue.ts'
import { stepOfTask } from '../tasks/step.ts'

/** What the task signed, with its number; null where it has not been signed. */
export async function documentOf(id: string): Promise<{ id: string; number: string } | null> {
  const task = await Task.findOne({ task: id }).lean<TaskRecord>()
  const application = task && (await Application.findOne({ _id: task.application }).lean<ApplicationRecord>())
  if (!task || !application) return null
  const { definition } = await versionOf(application.service, application.serviceVersion)
  const step = stepOfTask(definition, task)
  const document = step.kind === 'sign' ? latestDocument(application.state, step.document) : undefined
  return document?.number && document.status === 'signed' ? { id: document.id, number: document.number } : null
}

/**
 * Whether the signature was made in an attempt before and only waits to be taken up: then signing again asks no signing
 * service, and says nothing of the passphrase.
 */
export async function isSignedAlready(id: string): Promise<boolean> {
  const task = await Task.findOne({ task: id }).select('application').lean<Pick<TaskRecord, 'application'>>()
  if (!task) return false
  const kept = { application: task.application, signature: { $ne: null }, issuedAt: null }
  return (await IssuedDocument.exists(kept)) !== null
}
