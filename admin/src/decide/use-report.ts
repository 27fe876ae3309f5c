import { useCallback, useEffect, useRef, useState } from 'react'
import { useGetIdentity } from 'react-admin'
import type { Decision } from '../../../domain/service.ts'
import { forgetReport, keepReport, keptDecision, type Report, readReport, reportId } from './report-drawer.ts'

type Said = Pick<Report, 'note' | 'answers' | 'photos'>
const nothing: Said = { note: '', answers: {}, photos: [] }

/**
 * What an officer writes on the spot, kept on this device with each change: a killed tab or a lost line loses nothing.
 * `ready` once it is known whether something was kept; without `isKept` it lives in this page only. `trouble` where this device
 * keeps nothing, such as a private window: then it can still be written and sent.
 */
export function useReport(task: string, decision: Decision, isKept: boolean) {
  const { identity } = useGetIdentity()
  const id = identity ? reportId(String(identity.id), task, decision) : null
  const [said, setSaid] = useState(nothing)
  const [ready, setReady] = useState(!isKept)
  const [wasKept, setWasKept] = useState(false)
  const [trouble, setTrouble] = useState(false)
  const latest = useRef(nothing)

  useEffect(() => {
    if (!isKept || !id) return
    let gone = false
    const show = (found: Report | null) => {
      if (gone) return
      if (found) {
        latest.current = { note: found.note, answers: found.answers, photos: found.photos }
        setSaid(latest.current)
        setWasKept(true)
      }
      setReady(true)
    }
    readReport(id).then(show, () => {
      show(null)
      setTrouble(true)
    })
    return () => {
      gone = true
    }
  }, [id, isKept])

  const change = useCallback(
    (with_: (before: Said) => Partial<Said>) => {
      latest.current = { ...latest.current, ...with_(latest.current) }
      setSaid(latest.current)
      if (!isKept || !id) return
      const report = { id, task, decision, ...latest.current, savedAt: Date.now() }
      keepReport(report).then(
        () => setTrouble(false),
        () => setTrouble(true),
      )
    },
    [id, isKept, task, decision],
  )
  const forget = useCallback(async () => {
    if (isKept && id && !trouble) await forgetReport(id)
  }, [id, isKept, trouble])
  return { id, said, ready, wasKept, trouble, change, forget }
}

/** The decision a kept report of this task was begun for; null while nothing is known of one. */
export function useKeptDecision(task: string): Decision | null {
  const { identity } = useGetIdentity()
  const person = identity ? String(identity.id) : null
  const [decision, setDecision] = useState<Decision | null>(null)
  useEffect(() => {
    if (!person) return
    let gone = false
    const show = (found: Decision | null) => {
      if (!gone) setDecision(found)
    }
    // Where the device keeps nothing there is nothing to go on with; the form tells that it does not.
    keptDecision(person, task).then(show, () => show(null))
    return () => {
      gone = true
    }
  }, [person, task])
  return decision
}
