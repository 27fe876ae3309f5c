import { useState } from 'react'
import type { FieldProblem } from '../../components/error-summary.tsx'
import { type FieldError, fieldId } from '../../form/check-answers.ts'
import type { PlacedErrors } from './server-errors.ts'
import type { Step } from './steps.ts'
import type { Checked } from './use-checks.ts'

/**
 * What the open page complains about: what is wrong this moment once it was tried, and what the office said. A complaint goes
 * away when its field is mended.
 */
export function useProblems(step: Step, now: (step: Step, sent?: boolean) => FieldProblem[]) {
  const [tried, setTried] = useState<ReadonlyMap<string, { sent: boolean }>>(new Map())
  const [office, setOffice] = useState<Record<string, FieldProblem[]>>({})
  const [answers, setAnswers] = useState<FieldError[]>([])
  const [others, setOthers] = useState<string[]>([])
  const [own, setOwn] = useState<FieldProblem[]>([])
  const [round, setRound] = useState(0)

  const fieldErrors =
    step.kind === 'form' ? answers.filter(({ field }) => step.fields.some((name) => isWithin(name, field))) : []
  const attempt = tried.get(step.code)
  const listed = [
    ...(attempt ? now(step, attempt.sent) : []),
    ...(office[step.code] ?? []),
    ...(step.kind === 'review' ? own : []),
    ...fieldErrors.map(({ field, message }) => ({ id: fieldId(field), message })),
  ].filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)

  return {
    listed,
    fieldErrors,
    others,
    /** Rises with every attempt: the summary is read out again. */
    round,
    /** Remembers a look over a page; `sent` also wants its files to be with the office. */
    tell({ step: code, answers: found }: Checked, sent = false) {
      setTried((before) => new Map(before).set(code, { sent }))
      setOffice((before) => ({ ...before, [code]: [] }))
      setAnswers(found)
      setRound((count) => count + 1)
    },
    tellOwn(problems: FieldProblem[]) {
      setOwn(problems)
      setRound((count) => count + 1)
    },
    tellOffice(placed: PlacedErrors) {
      setOffice(placed.problems)
      setAnswers(placed.answers)
      setOthers(placed.others)
      setRound((count) => count + 1)
    },
    /** The person has changed the field of this element. */
    forget(id: string) {
      setAnswers((errors) => errors.filter(({ field }) => fieldId(field) !== id))
      setOffice((before) =>
        Object.fromEntries(Object.entries(before).map(([code, list]) => [code, list.filter((one) => one.id !== id)])),
      )
    },
  }
}

const isWithin = (name: string, field: string) => field === name || field.startsWith(`${name}.`)
