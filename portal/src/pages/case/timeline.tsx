import { useState } from 'react'
import { useTimes } from '../../app/regency.tsx'
import { readTimeline } from '../../client/applications.ts'
import { useResource } from '../../client/use-resource.ts'
import { Button } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'

const first = 6

/** What happened, newest first. `version` changes whenever the case does. */
export function Timeline({ id, version }: { id: string; version: string }) {
  const { t, language } = useTexts()
  const times = useTimes()
  const [all, setAll] = useState(false)
  const { data, failure, loading, reload } = useResource(`timeline:${id}:${language}:${version}`, (signal) =>
    readTimeline(id, signal),
  )
  const entries = data?.toReversed() ?? []
  return (
    <section aria-labelledby="timeline">
      <div className="section-title">
        <h2 id="timeline">{t('caseFile.timeline')}</h2>
      </div>
      {!data && loading && <Skeleton lines={4} />}
      {failure && <Failure failure={failure} retry={reload} busy={loading} />}
      <ol className="timeline">
        {(all ? entries : entries.slice(0, first)).map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at} className="soft">
              {times.dayTime(entry.at)}
            </time>
            <p>{entry.text}</p>
            {entry.note && <p className="timeline-note">{entry.note}</p>}
          </li>
        ))}
      </ol>
      {!all && entries.length > first && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('caseFile.timelineOlder', entries.length)}
        </Button>
      )}
    </section>
  )
}
