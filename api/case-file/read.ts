import type { TimelineEvent } from '../../domain/case/events.ts'
import { Audit, type AuditRecord } from '../../models/audit.ts'
import { namesOf } from '../../models/auth-user.ts'
import { Answer, type AnswerRecord } from '../../models/case/answer.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { Message, type MessageRecord } from '../../models/case/message.ts'
import { File, type FileRecord } from '../../models/file.ts'
import { BillLineEntry, type BillLineRecord } from '../../models/payment/bill-line.ts'
import { readLines } from '../applications/timeline.ts'
import { type CaseFolder, openFolder } from '../case/folder.ts'

/** Everything that is kept of a case, read for handing it over. */
export type WholeCase = CaseFolder & {
  lines: TimelineEvent[]
  answers: AnswerRecord[]
  files: FileRecord[]
  messages: MessageRecord[]
  billLines: BillLineRecord[]
  /** Who looked at the case, its documents and its files, out of the audit chain. */
  looks: AuditRecord[]
}

/** The timeline first: whatever its lines name was kept before them. */
export async function readWholeCase(application: ApplicationRecord): Promise<WholeCase> {
  const of = { application: application._id }
  const lines = await readLines(application._id)
  const [folder, answers, files, messages] = await Promise.all([
    openFolder(application),
    Answer.find(of).sort({ at: 1 }).lean<AnswerRecord[]>(),
    File.find(of).sort({ at: 1, _id: 1 }).lean<FileRecord[]>(),
    Message.find(of).sort({ queuedAt: 1, seq: 1 }).lean<MessageRecord[]>(),
  ])
  const bills = folder.bills.map(({ _id }) => _id)
  const billLines = await BillLineEntry.find({ bill: { $in: bills } })
    .sort({ bill: 1, seq: 1 })
    .lean<BillLineRecord[]>()
  const looks = await looksAt(application._id, folder, files)
  const people = [
    ...lines.map(({ by }) => by.id),
    ...looks.map(({ by }) => by),
    ...[...folder.acts.values()].map(({ by }) => by),
    ...messages.map(({ to }) => to),
    application.filedBy,
  ]
  const names = new Map([...folder.names, ...(await namesOf(people))])
  return { ...folder, names, lines, answers, files, messages, billLines, looks }
}

async function looksAt(application: string, { documents }: CaseFolder, files: FileRecord[]): Promise<AuditRecord[]> {
  const about = (kind: string, ids: string[]) => ({ 'subject.kind': kind, 'subject.id': { $in: ids } })
  const subjects = [
    about('application', [application]),
    about(
      'document',
      documents.map(({ _id }) => _id),
    ),
    about(
      'file',
      files.map(({ _id }) => _id),
    ),
  ]
  return Audit.find({ $or: subjects }).sort({ seq: 1 }).lean<AuditRecord[]>()
}
