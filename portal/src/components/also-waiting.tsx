import type { WaitingOn } from '../../../contracts/applications.ts'
import { useTimes } from '../app/regency.tsx'
import { waitingSentence } from '../format/waiting.ts'
import { useTexts } from '../i18n/texts.tsx'

type Props = { on: WaitingOn[]; mine: boolean }

/** On whom the case waits at the same time: all have to answer before it goes on. */
export function AlsoWaiting({ on, mine }: Props) {
  const { t, local } = useTexts()
  const times = useTimes()
  if (on.length === 0) return null
  return (
    <div>
      <p className="soft">{t('waiting.also')}</p>
      <ul className="dashed">
        {on.map((waitingOn) => (
          <li key={`${local(waitingOn.who)}${waitingOn.step?.id}${waitingOn.until}`}>
            {waitingSentence({ status: 'in-progress', waitingOn }, { t, times, local, mine })}
            {waitingOn.step && <span className="soft">: {local(waitingOn.step)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
