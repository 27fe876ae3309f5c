import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { DecideTask, TaskDetail } from '../../../contracts/tasks.ts'
import type { Decision } from '../../../domain/service.ts'
import { useFlags } from '../case/FlagContext.tsx'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { isOutcomeUnknown } from '../providers/steadfast.ts'
import { useAct } from '../providers/use-act.ts'
import { useNextTask } from '../tasks/use-next-task.ts'
import { intentionOf } from './draft.ts'

type Refused = { message: string; errors?: Record<string, string>; unknown: boolean }

/** Sends a decision, waits for the answer, tells it, and goes to the next task (design rule 12). */
export function useDecide(task: TaskDetail, decision: Decision) {
  const signs = task.signs.includes(decision)
  const provider = useDataProvider<OfficeProvider>()
  const queryClient = useQueryClient()
  const notify = useNotify()
  const translate = useTranslate()
  const flags = useFlags()
  const goOn = useNextTask()
  // A signature that failed for certain is made again under a new key (design rule 5).
  const { run, state } = useAct(signs ? { openIf: isOutcomeUnknown } : {})
  const [problem, setProblem] = useState<Refused | null>(null)

  /** True where it was carried out. */
  const decide = async (body: DecideTask): Promise<boolean> => {
    setProblem(null)
    try {
      const done = await run(intentionOf(task.id, body), (key) => provider.decide(task.id, body, key))
      if (!done) return false
      flags?.clear()
      const decided = translate(`lontar.terms.decided.${decision}`)
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth', refetchType: 'none' })
      const next = await goOn(task)
      notify(`lontar.decide.${next ? 'saved_next' : 'saved_last'}`, {
        type: 'success',
        messageArgs: { number: task.number, decided },
      })
      return true
    } catch (error) {
      const { errors, status, code } = problemOf(error)
      const unknown = isOutcomeUnknown(error) || code === 'signing-unknown'
      const told = toldOf(error, signs)
      setProblem({ message: translate(told, { _: told }), errors, unknown })
      // The form goes when the case turns out to have moved on: then its message must outlive it.
      if (status === 409) notify(told, { type: 'error', autoHideDuration: 10_000, messageArgs: { _: told } })
      if (status === 409 || unknown) {
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth' })
      }
      return false
    }
  }
  return { decide, state, problem }
}

function toldOf(error: unknown, signs: boolean): string {
  const { code, message } = problemOf(error)
  if (signs && (code === 'signing-unknown' || isOutcomeUnknown(error))) return 'lontar.decide.sign_unknown'
  return isOutcomeUnknown(error) ? 'lontar.error.outcome_unknown' : message
}
