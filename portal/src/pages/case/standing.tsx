import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import { useTimes } from '../../app/regency.tsx'
import { AlsoWaiting } from '../../components/also-waiting.tsx'
import { ClockBar } from '../../components/clock-bar.tsx'
import { isOverdue, waitingSentence } from '../../format/waiting.ts'
import { useTexts } from '../../i18n/texts.tsx'

/** Whom it waits on, until when, and how much of the promised time is spent. */
export function Standing({ file }: { file: ApplicationDetail }) {
  const { t, local } = useTexts()
  const times = useTimes()
  const term = file.clocks.find(({ id }) => id === 'term')
  const overdue = file.waitingOn.kind === 'office' && isOverdue(file)
  const pauses = term?.pauses ?? []
  return (
    <section className="card stack">
      {!file.outcome && (
        <p className="standing" aria-live="polite">
          {waitingSentence(file, { t, times, local, mine: file.proxy === null })}
        </p>
      )}
      {file.waitingOn.kind === 'office' && file.waitingOn.step && <p className="soft">{local(file.waitingOn.step)}</p>}
      {!file.outcome && <AlsoWaiting on={file.alsoWaitingOn} mine={file.proxy === null} />}
      {overdue && file.waitingOn.until && (
        <p className="field-error">{t('waiting.overdue', { until: times.dayTime(file.waitingOn.until) })}</p>
      )}
      {term && file.outcome?.kind !== 'withdrawn' && <ClockBar clock={term} />}
      {!term && !file.outcome && <p className="soft">{t('clock.waitingComplete')}</p>}
      {pauses.length > 0 && (
        <details className="plain-details">
          <summary>{t('caseFile.pauses')}</summary>
          <ul className="dashed">
            {pauses.map(({ from, until, reason, basis }) => (
              <li key={from}>
                {until
                  ? t('caseFile.pauseFrom', { from: times.dayTime(from), until: times.dayTime(until) })
                  : t('caseFile.pauseSince', { from: times.dayTime(from) })}
                <span className="soft">
                  : {reason} ({basis})
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {term?.resetsAsked.map(({ at, system, code }) => (
        <p key={at} className="soft">
          {t('caseFile.resetAsked', { system, code, at: times.dayTime(at) })}
        </p>
      ))}
      <p className="soft">{t('caseFile.filed', { at: times.full(file.receivedAt) })}</p>
    </section>
  )
}
