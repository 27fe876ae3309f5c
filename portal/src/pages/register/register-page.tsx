import { type FormEvent, useId, useState } from 'react'
import { searchRegister } from '../../client/register.ts'
import { useResource } from '../../client/use-resource.ts'
import { Button } from '../../components/button.tsx'
import { Failure } from '../../components/failure.tsx'
import { FieldFrame, TextField } from '../../components/field.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { Entries } from './entries.tsx'
import '../../components/rows.css'

const shortest = 3

/** Anybody may ask whether a licence is registered and stands today. What is asked stays out of this page's address. */
export default function RegisterPage() {
  const { t, local, language } = useTexts()
  const select = useId()
  const [wanted, setWanted] = useState({ register: '', q: '' })
  const [asked, setAsked] = useState(wanted)
  const [tried, setTried] = useState(false)
  const { data, failure, loading, reload } = useResource(
    `register:${asked.register}:${asked.q}:${language}`,
    (signal) => searchRegister(asked, signal),
  )
  const short = wanted.q.trim().length > 0 && wanted.q.trim().length < shortest
  const search = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short) setAsked({ ...wanted, q: wanted.q.trim() })
  }
  return (
    <Page title={t('register.title')} lead={t('register.lead')} narrow>
      <div className="stack loose">
        <form className="card stack" onSubmit={search} noValidate>
          <FieldFrame id={select} label={t('register.which')}>
            <select
              id={select}
              className="input"
              value={wanted.register}
              onChange={(event) => setWanted({ ...wanted, register: event.target.value })}
            >
              <option value="">{t('register.all')}</option>
              {data?.registers.map(({ code, name }) => (
                <option key={code} value={code}>
                  {local(name)}
                </option>
              ))}
            </select>
          </FieldFrame>
          <TextField
            id="register-q"
            label={t('register.q')}
            hint={t('register.qHint')}
            error={tried && short ? t('register.qShort') : undefined}
            optional
            value={wanted.q}
            onChange={(q) => setWanted({ ...wanted, q })}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
          />
          <Button type="submit" icon="search" wide busy={loading}>
            {t('register.search')}
          </Button>
        </form>
        {failure && <Failure failure={failure} retry={reload} busy={loading} />}
        {!data && loading && <Skeleton lines={0} cards={3} />}
        {data && <Entries found={data} searched={asked.q !== ''} />}
      </div>
    </Page>
  )
}
