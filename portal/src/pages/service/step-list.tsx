import type { ServiceDetail } from '../../../../contracts/services.ts'
import { workingTime } from '../../format/duration.ts'
import { useTexts } from '../../i18n/texts.tsx'

/** The desks that the papers pass, in order. */
export function StepList({ steps }: { steps: ServiceDetail['steps'] }) {
  const { t, local } = useTexts()
  return (
    <section aria-labelledby="steps">
      <div className="section-title">
        <h2 id="steps">{t('service.stepsTitle')}</h2>
      </div>
      <ol className="step-list">
        {steps.map((step) => (
          <li key={step.code}>
            <p className="step-list-name">{local(step.name)}</p>
            <p className="soft">
              {[step.desk?.office, step.clock && t('service.stepTime', { time: workingTime(step.clock, t) })]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
