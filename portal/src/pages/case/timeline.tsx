import { useState } from 'react'
import type { EventType } from '../../../../domain/case/events.ts'
import { useTimes } from '../../app/regency.tsx'
import { readTimeline } from '../../client/applications.ts'
import { useResource } from '../../client/use-resource.ts'
import { Button } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'

/** What a citizen wants to hear of a case; the whole account is one press away. */
const told: ReadonlySet<string> = new Set<EventType>([
  'received',
  'declared-complete',
  'task-opened',
  'task-decided',
  'corrected',
  'withdrawn',
  'bill-opened',
  'bill-paid',
  'bill-cancelled',
  'refund-due',
  'rung-reached',
  'document-signed',
  'document-received',
  'register-entered',
  'closed',
])

/** What happened, newest first. `version` changes whenever the case does. */
export function Timeline({ id, version }: { id: string; version: string }) {
  const { t, language } = useTexts()
  const times = useTimes()
  const [all, setAll] = useState(false)
  const { data, failure, loading, reload } = useResource(`timeline:${id}:${language}:${version}`, (signal) =>
    readTimeline(id, signal),
  )
  const entries = data?.toReversed() ?? []
  const shown = all ? entries : entries.filter(({ type }) => told.has(type))
  return (
    <section aria-labelledby="timeline">
      <div className="section-title">
        <h2 id="timeline">{t('caseFile.timeline')}</h2>
      </div>
      {!data && loading && <Skeleton lines={4} />}
      {failure && <Failure failure={failure} retry={reload} busy={loading} />}
      <ol className="timeline">
        {shown.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at} className="soft">
              {times.dayTime(entry.at)}
            </time>
            <p>{entry.text}</p>
            {entry.note && <p className="timeline-note">{entry.note}</p>}
          </li>
        ))}
      </ol>
      {!all && entries.length > shown.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('caseFile.timelineOlder', entries.length)}
        </Button>
      )}
    </section>
  )
}
