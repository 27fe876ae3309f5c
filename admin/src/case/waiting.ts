import type { WaitingOn } from '../../../contracts/applications.ts'
import type { LocalText } from '../../../contracts/common.ts'

type Say = {
  t: (key: string, options?: Record<string, unknown>) => string
  local: (text: LocalText) => string
  at: (instant: string) => string
}

/** `Menunggu Dinas Kesehatan sampai Rabu 25 November, 14.00 WIB`. */
export function waitingWords(waiting: WaitingOn, { t, local, at }: Say): string {
  if (waiting.kind === 'nobody') return t('nobody')
  const who = t('waiting_on', { who: local(waiting.who) })
  if (waiting.since) {
    const since = `${who} ${t('since', { at: at(waiting.since) })}`
    return waiting.timeOf ? `${since} ${t('time_of', { owner: waiting.timeOf })}` : since
  }
  return waiting.until ? `${who} ${t('until', { at: at(waiting.until) })}` : who
}
