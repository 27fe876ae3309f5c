import type { ReactNode } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import './rows.css'

/** Names and values, one below the other on a phone. null leaves a row out; undefined or empty says that nothing was filled in. */
export function Rows({ rows }: { rows: [name: string, value: ReactNode][] }) {
  const { t } = useTexts()
  return (
    <dl className="rows">
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value === undefined || value === '' ? <span className="soft">{t('apply.notAnswered')}</span> : value}
            </dd>
          </div>
        ))}
    </dl>
  )
}
