import { useEffect, useRef } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import './error-summary.css'

export type FieldProblem = { id: string; message: string }

/** What has to be mended, at the top, with a way to each place; it takes the focus whenever it has something new to say. */
export function ErrorSummary({ problems, round }: { problems: FieldProblem[]; round: number }) {
  const { t } = useTexts()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new attempt is told again
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [round])
  if (problems.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('form.summary', problems.length)}</h2>
      <ul>
        {problems.map(({ id, message }) => (
          <li key={`${id}${message}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                const target = document.getElementById(id)
                if (!target) return
                event.preventDefault()
                focusOn(target)
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The input itself, or the first one inside a group. */
function focusOn(target: HTMLElement): void {
  const focusable = target.matches('input,select,textarea,button,[tabindex]')
    ? target
    : (target.querySelector<HTMLElement>('input,select,textarea,button') ?? target)
  focusable.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
}
