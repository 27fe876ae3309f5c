import type { TrackedApplication } from '../../../../contracts/track.ts'
import { useTimes } from '../../app/regency.tsx'
import { useTexts } from '../../i18n/texts.tsx'

export function Story({ story }: { story: TrackedApplication['story'] }) {
  const { t, local } = useTexts()
  const times = useTimes()
  if (story.length === 0) return null
  return (
    <section aria-labelledby="story">
      <div className="section-title">
        <h2 id="story">{t('track.story')}</h2>
      </div>
      <ul className="story">
        {story.toReversed().map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines of one story may be alike
          <li key={index}>
            <time dateTime={line.at} className="soft">
              {times.dayTime(line.at)}
            </time>
            <p>{local(line.text)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
