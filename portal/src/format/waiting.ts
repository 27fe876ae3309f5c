import type { WaitingOn } from '../../../contracts/applications.ts'
import type { Status } from '../../../domain/case/state.ts'
import type { Translate } from '../i18n/texts.tsx'
import type { Times } from './time.ts'

type Case = { status: Status; waitingOn: WaitingOn; asOf?: string }
type Words = { t: Translate; times: Times; local: (text: { id: string; en: string }) => string; mine: boolean }

/** Whom the case waits on and until when, as one plain sentence: `Menunggu Dinas Kesehatan sampai Rabu 25 November 14.00`. */
export function waitingSentence(one: Case, { t, times, local, mine }: Words): string {
  const { status, waitingOn } = one
  const until = waitingOn.until && !isOverdue(one) && times.dayTime(waitingOn.until)
  const who = local(waitingOn.who)
  switch (waitingOn.kind) {
    case 'office':
      return until ? t('waiting.officeUntil', { who, until }) : t('waiting.office', { who })
    case 'system':
      return until ? t('waiting.systemUntil', { who, until }) : t('waiting.system', { who })
    case 'applicant': {
      const key = mine ? 'waiting.applicant' : 'waiting.applicantPublic'
      return until ? t(`${key}Until`, { until }) : t(key)
    }
    case 'payment': {
      const key = mine ? 'waiting.payment' : 'waiting.paymentPublic'
      return until ? t(`${key}Until`, { until }) : t(key)
    }
    case 'outside':
      if (!waitingOn.since) return t('waiting.office', { who })
      return waitingOn.timeOf
        ? t('waiting.outsideSinceOf', { who, since: times.date(waitingOn.since), owner: waitingOn.timeOf })
        : t('waiting.outsideSince', { who, since: times.date(waitingOn.since) })
    case 'nobody':
      return t(`waiting.${status}`)
  }
}

/** True where the instant that the case waited for has passed. */
export const isOverdue = ({ waitingOn, asOf }: Case, now = Date.now()): boolean =>
  waitingOn.until !== null && Date.parse(waitingOn.until) < (asOf ? Date.parse(asOf) : now)
