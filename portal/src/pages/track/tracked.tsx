import type { TrackedApplication } from '../../../../contracts/track.ts'
import { useTimes } from '../../app/regency.tsx'
import { AlsoWaiting } from '../../components/also-waiting.tsx'
import { Button } from '../../components/button.tsx'
import { ClockBar } from '../../components/clock-bar.tsx'
import { IssuedDocuments } from '../../components/issued-documents.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { StatusTag } from '../../components/status.tsx'
import { isOverdue, waitingSentence } from '../../format/waiting.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { Journey } from './journey.tsx'
import { Story } from './story.tsx'

/** What number and code show: where the case is, whom it waits on, until when. */
export function Tracked({ found, onAnother }: { found: TrackedApplication; onAnother: () => void }) {
  const { t, local } = useTexts()
  const times = useTimes()
  const overdue = found.waitingOn.kind === 'office' && isOverdue(found)
  return (
    <Page
      title={local(found.serviceName)}
      narrow
      lead={
        <p className="row">
          <StatusTag status={found.status} />
          <span className="number">{found.number}</span>
        </p>
      }
    >
      <div className="stack loose">
        <section className="card stack" aria-live="polite">
          <p className="standing">{waitingSentence(found, { t, times, local, mine: false })}</p>
          <AlsoWaiting on={found.alsoWaitingOn} mine={false} />
          {overdue && found.waitingOn.until && (
            <p className="field-error">{t('waiting.overdue', { until: times.dayTime(found.waitingOn.until) })}</p>
          )}
          {found.term ? <ClockBar clock={found.term} /> : <p className="soft">{t('clock.waitingComplete')}</p>}
          <p className="soft">
            {t('track.receivedOn', { at: times.dayTime(found.receivedAt) })}
            {found.completeAt && <> · {t('track.completeOn', { at: times.dayTime(found.completeAt) })}</>}
          </p>
        </section>
        {found.corrections.length > 0 && (
          <Notice tone="warn" title={t('track.corrections')}>
            <ul className="dashed">
              {found.corrections.map(({ name, message }) => (
                <li key={name + message}>{message}</li>
              ))}
            </ul>
            <p>{t('track.correctionsText')}</p>
          </Notice>
        )}
        <IssuedDocuments documents={found.documents} />
        <Journey steps={found.steps} />
        <Story story={found.story} />
        <div className="stack tight no-print">
          <p className="soft">
            {t('track.asOf', { at: times.full(found.asOf) })}. {t('track.privacy')}
          </p>
          <div>
            <Button look="secondary" icon="search" onClick={onAnother}>
              {t('track.another')}
            </Button>
          </div>
        </div>
      </div>
    </Page>
  )
}
