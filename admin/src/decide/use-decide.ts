import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { DecideTask, TaskDetail } from '../../../contracts/tasks.ts'
import { useFlags } from '../case/FlagContext.tsx'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { isOutcomeUnknown } from '../providers/steadfast.ts'
import { useAct } from '../providers/use-act.ts'
import { useNextTask } from '../tasks/use-next-task.ts'
import { intentionOf } from './draft.ts'

type Refused = { message: string; errors?: Record<string, string>; unknown: boolean }

/** Sends a decision, waits for the answer, tells it, and goes to the next task (design rule 12). */
export function useDecide(task: TaskDetail) {
  const provider = useDataProvider<OfficeProvider>()
  const queryClient = useQueryClient()
  const notify = useNotify()
  const translate = useTranslate()
  const flags = useFlags()
  const goOn = useNextTask()
  const { run, state } = useAct()
  const [problem, setProblem] = useState<Refused | null>(null)

  const decide = async (decision: DecideTask) => {
    setProblem(null)
    try {
      const done = await run(intentionOf(task.id, decision), (key) => provider.decide(task.id, decision, key))
      if (!done) return
      flags?.clear()
      const decided = translate(`lontar.terms.decided.${decision.decision}`)
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth', refetchType: 'none' })
      const next = await goOn(task)
      notify(`lontar.decide.${next ? 'saved_next' : 'saved_last'}`, {
        type: 'success',
        messageArgs: { number: task.number, decided },
      })
    } catch (error) {
      const { message, errors, status } = problemOf(error)
      const unknown = isOutcomeUnknown(error)
      const told = unknown ? 'lontar.error.outcome_unknown' : message
      setProblem({ message: translate(told, { _: told }), errors, unknown })
      if (status === 409 || unknown) {
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth' })
      }
    }
  }
  return { decide, state, problem }
}
