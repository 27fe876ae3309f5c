import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { problemOf } from '../providers/http.ts'
import { isOutcomeUnknown } from '../providers/steadfast.ts'
import { useAct } from '../providers/use-act.ts'

/** Says one thing to the API and waits for its answer (design rule 12); `told` is what it refused with. */
export function useSaid(done: string, onDone: () => void) {
  const notify = useNotify()
  const translate = useTranslate()
  const { run, state } = useAct()
  const [told, setTold] = useState<string | null>(null)
  const say = async (intention: string, act: (key: string) => Promise<unknown>) => {
    setTold(null)
    try {
      if ((await run(intention, act)) === null) return
      notify(done, { type: 'success' })
      onDone()
    } catch (error) {
      const message = isOutcomeUnknown(error) ? 'lontar.error.outcome_unknown' : problemOf(error).message
      setTold(translate(message, { _: message }))
    }
  }
  return { say, told, busy: state !== 'idle' }
}
