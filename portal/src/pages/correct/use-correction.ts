import { useMemo, useState } from 'react'
import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import { type Correction, correctApplication } from '../../client/applications.ts'
import type { FieldProblem } from '../../components/error-summary.tsx'
import type { Draft } from '../../draft/draft.ts'
import type { Slots } from '../../draft/uploads.ts'
import type { DraftState } from '../../draft/use-draft.ts'
import { useSubmission } from '../../draft/use-submission.ts'
import { type FieldError, fieldId, topField } from '../../form/check-answers.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { correctedDocuments, flawsOf, paperId, slotOf } from './flaws.ts'

type Given = {
  file: ApplicationDetail
  rules: ServiceDetail['requiredDocuments']
  drafting: DraftState & { draft: Draft }
  slots: Slots
}

/** A correction in the making: what was named, what has been changed, and sending it all at once. */
export function useCorrection({ file, rules, drafting, slots }: Given, onDone: () => void) {
  const { t, local } = useTexts()
  const { draft, change } = drafting
  const flaws = useMemo(
    () =>
      flawsOf(
        file,
        rules.map(({ code }) => code),
      ),
    [file, rules],
  )
  const [errors, setErrors] = useState<FieldError[]>([])
  const [problems, setProblems] = useState<FieldProblem[]>([])
  const [asked, setAsked] = useState<string[]>([])
  const [round, setRound] = useState(0)
  const submission = useSubmission<Correction, unknown>(drafting, (body, key) => correctApplication(file.id, body, key))
  const answers = { ...file.answers, ...draft.answers }
  const papers = [...new Set([...flaws.documents.map(({ name }) => name), ...asked])]

  const nameOf = (code: string) => {
    const named = rules.find((rule) => rule.code === code) ?? file.attachments.find((one) => one.code === code)
    return named ? local(named.name) : code
  }

  const tell = (ofAnswers: FieldError[], ofPapers: FieldProblem[]) => {
    setErrors(ofAnswers)
    setProblems(ofPapers)
    setRound((count) => count + 1)
  }

  const send = async () => {
    const onTheWay = papers.filter((code) => (slots[slotOf(code)]?.phase ?? 'done') !== 'done')
    if (onTheWay.length > 0 && !submission.unanswered) {
      const wait = (code: string) => ({ id: paperId(code), message: t('apply.filePending', { name: nameOf(code) }) })
      return tell([], onTheWay.map(wait))
    }
    tell([], [])
    const note = draft.note.trim()
    const documents = correctedDocuments(file.attachments, slots)
    const outcome = await submission.submit({ answers, documents, ...(note && { note }) })
    if ('answer' in outcome) return onDone()
    const refused = outcome.failure.problem?.errors ?? []
    const ofAnswers = refused.filter(({ field }) => field.startsWith('answers.'))
    const ofPapers = refused.filter(({ field }) => field.startsWith('documents.'))
    const codeOf = (field: string) => {
      const part = field.split('.')[1] ?? ''
      return outcome.sent.documents[Number(part)]?.code ?? part
    }
    setAsked(ofPapers.map(({ field }) => codeOf(field)))
    tell(
      ofAnswers.map(({ field, message }) => ({ field: field.slice('answers.'.length), message })),
      ofPapers.map(({ field, message }) => ({ id: paperId(codeOf(field)), message })),
    )
  }

  return {
    flaws,
    answers,
    papers,
    nameOf,
    errors,
    fields: [...new Set([...flaws.fields, ...errors.map(({ field }) => topField(field))])],
    listed: [...errors.map(({ field, message }) => ({ id: fieldId(field), message })), ...problems],
    round,
    submission,
    send,
    answer(next: Record<string, unknown>, id: string | undefined) {
      change({ answers: next })
      setErrors((before) => before.filter(({ field }) => fieldId(field) !== id))
    },
  }
}
