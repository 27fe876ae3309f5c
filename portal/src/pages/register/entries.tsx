import { Link } from 'wouter'
import type { PublicEntry, PublicRegister } from '../../../../contracts/register.ts'
import { useTimes } from '../../app/regency.tsx'
import { Notice } from '../../components/notice.tsx'
import { Rows } from '../../components/rows.tsx'
import { StandingSentence } from '../../components/standing-sentence.tsx'
import { StandingTag } from '../../components/standing-tag.tsx'
import { breakable } from '../../format/breakable.ts'
import { useTexts } from '../../i18n/texts.tsx'

export function Entries({ found, searched }: { found: PublicRegister; searched: boolean }) {
  const { t } = useTexts()
  const { entries, more } = found
  if (entries.length === 0)
    return (
      <Notice tone="info" title={t('register.nothing')} live>
        {t('register.nothingText')}
      </Notice>
    )
  return (
    <section className="stack">
      <h2 role="status">{searched ? t('register.found', { smart_count: entries.length }) : t('register.newest')}</h2>
      <ul className="stack">
        {entries.map((entry) => (
          <li key={entry.document}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      {more && searched && <p className="soft">{t('register.more')}</p>}
    </section>
  )
}

/** What the register makes public of one licence, how it stands today before everything else. */
function Entry({ entry }: { entry: PublicEntry }) {
  const { t, local } = useTexts()
  const times = useTimes()
  const { number, holder, issuedAt, agency, answers, today } = entry
  return (
    <article className="card stack">
      <div>
        <StandingTag today={today} />
      </div>
      <div>
        <h3>{local(entry.title)}</h3>
        <p>
          <StandingSentence today={today} />
        </p>
      </div>
      <Rows
        rows={[
          [t('register.number'), number && breakable(number)],
          [t('register.holder'), holder],
          [t('register.issuedAt'), issuedAt && times.date(issuedAt)],
          [t('register.agency'), agency],
          ...answers.map(({ label, text }): [string, string] => [local(label), local(text)]),
        ]}
      />
      <Link to={`/verifikasi/${encodeURIComponent(entry.document)}`}>{t('register.verify')}</Link>
    </article>
  )
}
