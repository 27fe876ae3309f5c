import type { Clock } from '../../../contracts/clock.ts'
import { useTimes } from '../app/regency.tsx'
import { workingTime } from '../format/duration.ts'
import { useTexts } from '../i18n/texts.tsx'
import './clock-bar.css'

/** How much of the promised time is spent, and until when; in words too. */
export function ClockBar({ clock }: { clock: Clock }) {
  const { t } = useTexts()
  const times = useTimes()
  const percent = Math.round(clock.spentPercent)
  const until = clock.dueAt ? times.dayTime(clock.dueAt) : ''
  const stopped =
    percent > 100 ? t('clock.stoppedLate') : percent < 1 ? t('clock.stoppedEarly') : t('clock.stopped', { percent })
  const sentence = {
    running: t('clock.due', { until }),
    paused: t('clock.paused'),
    breached: t('clock.breached', { until }),
    stopped,
  }[clock.state]
  const budget = workingTime(clock, t)
  return (
    <div className={`clock-bar ${clock.state}`}>
      <p className="clock-bar-head">
        <strong>{sentence}</strong>
        {clock.state !== 'stopped' && <span className="soft">{t('clock.spent', { percent, budget })}</span>}
      </p>
      <div
        className="clock-bar-track"
        role="progressbar"
        aria-label={t('clock.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, percent)}
        aria-valuetext={t('clock.spent', { percent, budget })}
      >
        <Filled percent={percent} />
      </div>
    </div>
  )
}

function Filled({ percent }: { percent: number }) {
  return <span className="clock-bar-fill" style={{ width: `${Math.min(100, Math.max(2, percent))}%` }} />
}
