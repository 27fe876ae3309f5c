import { TextField } from '@mui/material'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { type AbsenceReason, absenceReasons } from '../../../domain/authority/absence.ts'
import { useWords } from '../i18n/hooks.ts'
import { Choice } from '../layout/Choice.tsx'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { useRegency } from '../regency/RegencyContext.tsx'
import { FormDialog } from './FormDialog.tsx'
import { OfficerField } from './OfficerField.tsx'
import { officeDays } from './office-days.ts'
import { type OfficerOption, useOfficers } from './use-officers.ts'
import { useSaid } from './use-said.ts'

type Props = { onClose: () => void; onDone: () => void }

/** Who is away, why and until when. */
export function AbsenceDialog({ onClose, onDone }: Props) {
  const words = useWords('mandates')
  const { utcOffsetMinutes } = useRegency()
  const provider = useDataProvider<OfficeProvider>()
  const { officers, isPending } = useOfficers()
  const [person, choose] = useState<OfficerOption | null>(null)
  const [reason, setReason] = useState<AbsenceReason>('leave')
  const [days, setDays] = useState({ first: '', last: '' })
  const [tried, setTried] = useState(false)
  const { say, told, busy } = useSaid('lontar.mandates.done_away', () => {
    onClose()
    onDone()
  })
  const submit = () => {
    setTried(true)
    const meant = officeDays(days, utcOffsetMinutes)
    if (!person || !meant) return
    const body = { account: person.id, ...meant, reason }
    void say(`absence ${JSON.stringify(body)}`, (key) => provider.recordAbsence(body, key))
  }
  const day = (name: 'first' | 'last', label: string) => {
    const missing = tried && !days[name]
    return (
      <TextField
        type="date"
        required
        label={label}
        value={days[name]}
        onChange={(event) => setDays({ ...days, [name]: event.target.value })}
        error={missing}
        helperText={missing ? words('required') : undefined}
        slotProps={{ inputLabel: { shrink: true } }}
      />
    )
  }
  return (
    <FormDialog
      title={words('new_absence')}
      submit={words('new_absence')}
      {...{ told, busy, onClose, onSubmit: submit }}
    >
      <OfficerField
        label={words('person')}
        options={officers}
        value={person}
        loading={isPending}
        onChange={choose}
        error={tried && !person ? words('required') : undefined}
      />
      <Choice
        label={words('reason')}
        any={words('choose')}
        value={reason}
        onChange={(value) => setReason(absenceReasons.find((each) => each === value) ?? 'leave')}
        choices={absenceReasons.map((value) => ({ value, label: words(`reasons.${value}`) }))}
      />
      {day('first', words('from'))}
      {day('last', words('until'))}
    </FormDialog>
  )
}
