import type { ApplicationDetail } from '../../../contracts/applications.ts'
import type { Viewable } from '../viewer/ViewerContext.tsx'
import type { AnswerRow, AnswerSection } from './answers.ts'

export const fileUrl = (id: string) => `/api/files/${encodeURIComponent(id)}`

/** One file may have been given for two documents. */
export const attachmentKey = (code: string, file: string) => `${code}/${file}`

/** Everything of the case that can be looked at: attachments, files among the answers, and what was issued. */
export function viewablesOf(
  caseFile: Pick<ApplicationDetail, 'attachments' | 'documents'>,
  sections: AnswerSection[],
  local: (text: { id: string; en: string }) => string,
): Viewable[] {
  const attached = caseFile.attachments.map(({ code, name, file }) => {
    const label = local(name)
    return {
      key: attachmentKey(code, file.id),
      label,
      url: fileUrl(file.id),
      type: file.type,
      target: { target: 'document', name: code, label },
    }
  }) satisfies Viewable[]
  const answered = sections.flatMap(({ rows }) => rows.flatMap(filesOf))
  const issued = caseFile.documents.flatMap(({ id, title, file }) =>
    file ? [{ key: id, label: local(title), url: file }] : [],
  )
  return [...attached, ...answered, ...issued]
}

function filesOf({ name, label, shown }: AnswerRow): Viewable[] {
  if (shown.kind === 'file') {
    return [{ key: shown.id, label, url: fileUrl(shown.id), target: { target: 'field', name, label } }]
  }
  return shown.kind === 'items' ? shown.items.flatMap(({ rows }) => rows.flatMap(filesOf)) : []
}
