import { Alert, Box, Button, MenuItem, TextField } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNotify, useRedirect, useTranslate } from 'react-admin'
import type { Rehearsals } from '../../../contracts/rehearsals.ts'
import { type Behaviour, usualBehaviour } from '../../../domain/rehearsal.ts'
import { Section } from '../case/Section.tsx'
import { useWords } from '../i18n/hooks.ts'
import { problemOf } from '../providers/http.ts'
import { rehearsalCalls } from '../providers/rehearsal-calls.ts'
import { isOutcomeUnknown } from '../providers/steadfast.ts'
import { useAct } from '../providers/use-act.ts'
import { BehaviourChoice } from './BehaviourChoice.tsx'
import { DayChoice } from './DayChoice.tsx'
import { type Source, sourceValue } from './sources.ts'

type Props = {
  service: string
  sources: readonly Source[]
  usual: Source
  /** The version new applications are filed under. */
  inForce: number | undefined
  holidays: Rehearsals['holidays']
  /** Who has a part in it. */
  players: readonly (keyof Behaviour)[]
}

/** How the people are to behave, and when the application comes in; then the stage is theirs. */
export function AskForm({ service, sources, usual, inForce, holidays, players }: Props) {
  const words = useWords('rehearsals')
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const queryClient = useQueryClient()
  const { run, state } = useAct()
  const [chosen, setChosen] = useState<string | null>(null)
  const [behaviour, setBehaviour] = useState<Behaviour>(usualBehaviour)
  const [day, setDay] = useState('')
  const [told, setTold] = useState<{ message: string; day?: string } | null>(null)
  const source = sources.find((each) => sourceValue(each) === chosen) ?? usual
  const busy = state !== 'idle'

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTold(null)
    const body = { service, source, behaviour, ...(day ? { day } : {}) }
    try {
      const asked = await run(`rehearse:${JSON.stringify(body)}`, (key) => rehearsalCalls.ask(body, key))
      if (!asked) return
      notify('lontar.rehearsals.asked', { type: 'success' })
      void queryClient.invalidateQueries({ queryKey: ['rehearsals'] })
      redirect(`/services/${service}/rehearsals/${asked.id}`)
    } catch (error) {
      const { message, errors } = problemOf(error)
      const shown = isOutcomeUnknown(error) ? 'lontar.error.outcome_unknown' : message
      setTold({ message: translate(shown, { _: shown }), day: errors?.day })
    }
  }
  const as = <Who extends keyof Behaviour>(who: Who) => ({
    who,
    value: behaviour[who],
    disabled: busy,
    onChange: (how: Behaviour[Who]) => setBehaviour({ ...behaviour, [who]: how }),
  })
  const named = (each: Source) => {
    if (each.kind === 'draft') return words('draft', { revision: each.revision })
    return words(each.version === inForce ? 'version_in_force' : 'version', { version: each.version })
  }
  return (
    <Section title={words('ask')}>
      <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <TextField
          select
          label={words('source')}
          value={sourceValue(source)}
          onChange={(event) => setChosen(event.target.value)}
          disabled={busy}
          sx={{ maxWidth: { sm: 320 } }}
        >
          {sources.map((each) => (
            <MenuItem key={sourceValue(each)} value={sourceValue(each)}>
              {named(each)}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: 'repeat(3, 1fr)' } }}>
          {players.map((who) => (
            <BehaviourChoice key={who} {...as(who)} />
          ))}
        </Box>
        <DayChoice day={day} holidays={holidays} wrong={told?.day} disabled={busy} onChange={setDay} />
        {told && !told.day && <Alert severity="error">{told.message}</Alert>}
        <Box>
          <Button type="submit" variant="contained" loading={busy}>
            {words('start')}
          </Button>
        </Box>
      </Box>
    </Section>
  )
}
