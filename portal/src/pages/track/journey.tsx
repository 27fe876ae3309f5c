import type { TrackedApplication } from '../../../../contracts/track.ts'
import { useTimes } from '../../app/regency.tsx'
import { Icon } from '../../components/icon.tsx'
import type { TextKey } from '../../i18n/keys.ts'
import { useTexts } from '../../i18n/texts.tsx'

type StepState = TrackedApplication['steps'][number]['state']

const words: Record<StepState, TextKey> = {
  done: 'track.stepDone',
  current: 'track.stepCurrent',
  returned: 'track.stepReturned',
  ahead: 'track.stepAhead',
  skipped: 'track.stepSkipped',
}

/** The desks in order: passed, at work, to come. */
export function Journey({ steps }: { steps: TrackedApplication['steps'] }) {
  const { t, local } = useTexts()
  const times = useTimes()
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="journey">
      <div className="section-title">
        <h2 id="journey">{t('track.journey')}</h2>
      </div>
      <ol className="journey">
        {steps.map((step) => (
          <li key={step.code} className={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            <span className="journey-knot">{step.state === 'done' && <Icon name="check" size={16} />}</span>
            <div>
              <p className="journey-name">{local(step.name)}</p>
              <p className="soft">
                {[step.office && local(step.office), step.at ? times.dayTime(step.at) : t(words[step.state])]
                  .filter(Boolean)
                  .join(' · ')}
                {step.at && <span className="visually-hidden">, {t(words[step.state])}</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
