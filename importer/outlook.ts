import { type CaseState, isClosed, type Status } from '../domain/case/state.ts'

/** How a case stands after it was taken over, in a few words. */
export type Outlook = {
  status: Status
  closed: boolean
  /** Where an open case waits: `verifikasi (verifier, dpmptsp)`; the applicant, or the machine. */
  waitsAt: string | null
  /** Rungs at 100 % and beyond that its open clocks have behind them. */
  isLate: boolean
  /** Lontar will issue a document by itself as soon as the case runs. */
  issuesAtOnce: boolean
}

export function outlookOf(state: CaseState): Outlook {
  const open = Object.values(state.clocks).filter(({ stoppedAt }) => stoppedAt === null)
  return {
    status: state.status,
    closed: isClosed(state),
    waitsAt: waitsAt(state),
    isLate: !isClosed(state) && open.some(({ reached }) => reached.some((percent) => percent >= 100)),
    issuesAtOnce: state.latch?.kind === 'issuing',
  }
}

function waitsAt(state: CaseState): string | null {
  if (isClosed(state)) return null
  const tasks = Object.values(state.tasks)
  if (tasks.some(({ status }) => status === 'returned')) return 'the applicant'
  const task = tasks.find(({ status }) => status === 'open')
  if (!task) return 'Lontar itself'
  const { desk } = task
  return `${task.step} (${desk.role}, ${'agency' in desk ? desk.agency : 'village'})`
}
