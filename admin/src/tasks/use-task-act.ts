import { useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'react-admin'
import { useRefusal } from '../layout/use-refusal.ts'
import { useAct } from '../providers/use-act.ts'

/** One act on a task: waits for the answer, tells it or why not, and shows the lists as they now are. */
export function useTaskAct() {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const refused = useRefusal()
  const { run, state } = useAct()
  const act = async (intention: string, carryOut: (key: string) => Promise<unknown>, told: [string, object]) => {
    try {
      if ((await run(intention, carryOut)) === null) return false
      notify(told[0], { type: 'success', messageArgs: told[1] })
      return true
    } catch (error) {
      refused(error)
      return false
    } finally {
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth' })
    }
  }
  return { act, busy: state !== 'idle' }
}
