import { TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useDataProvider } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { Choice } from '../layout/Choice.tsx'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { useRegency } from '../regency/RegencyContext.tsx'
import { FormDialog } from './FormDialog.tsx'
import { bodyOf, type Filled, missingIn, nothingFilled } from './mandate-body.ts'
import { OfficerField } from './OfficerField.tsx'
import { ServicesField } from './ServicesField.tsx'
import { useOfficers } from './use-officers.ts'
import { useSaid } from './use-said.ts'

type Props = { onClose: () => void; onDone: () => void }
type TextName = 'position' | 'first' | 'last' | 'letterNumber' | 'letterDate'

/** A mandate as its letter says it. */
export function MandateDialog({ onClose, onDone }: Props) {
  const words = useWords('mandates')
  const { utcOffsetMinutes } = useRegency()
  const provider = useDataProvider<OfficeProvider>()
  const { officers, seats, isPending } = useOfficers()
  const [filled, fill] = useState<Filled>(nothingFilled)
  const [tried, setTried] = useState(false)
  const { say, told, busy } = useSaid('lontar.mandates.done_given', () => {
    onClose()
    onDone()
  })
  const missing = missingIn(filled)
  const error = (name: keyof Filled) => (tried && missing.has(name) ? words('required') : undefined)
  const submit = () => {
    setTried(true)
    const body = bodyOf(filled, utcOffsetMinutes)
    if (body) void say(`mandate ${JSON.stringify(body)}`, (key) => provider.giveMandate(body, key))
  }
  const text = (name: TextName, help?: string) => ({
    value: filled[name],
    onChange: (event: { target: { value: string } }) => fill({ ...filled, [name]: event.target.value }),
    error: error(name) !== undefined,
    helperText: error(name) ?? help,
  })
  const day = { type: 'date', required: true, slotProps: { inputLabel: { shrink: true } } } as const
  const seat = filled.kind === 'plt' ? seatsOnce(seats) : seats
  return (
    <FormDialog
      title={words('new_mandate')}
      submit={words('new_mandate')}
      {...{ told, busy, onClose, onSubmit: submit }}
    >
      <Typography variant="body2" color="textSecondary">
        {words('law')}
      </Typography>
      <Choice
        label={words('kind')}
        any={words('choose')}
        value={filled.kind}
        onChange={(kind) => fill({ ...filled, kind: kind === 'plt' ? 'plt' : 'plh', seat: null })}
        choices={(['plh', 'plt'] as const).map((value) => ({ value, label: words(`kinds.${value}`) }))}
      />
      <OfficerField
        label={words(filled.kind === 'plt' ? 'office' : 'official')}
        options={seat}
        value={filled.seat}
        loading={isPending}
        onChange={(chosen) => fill({ ...filled, seat: chosen })}
        error={error('seat')}
      />
      <OfficerField
        label={words('holder')}
        options={officers}
        value={filled.holder}
        loading={isPending}
        onChange={(holder) => fill({ ...filled, holder })}
        error={error('holder')}
      />
      <TextField label={words('position')} {...text('position', words('position_help'))} />
      <TextField label={words('letter_number')} required {...text('letterNumber')} />
      <TextField label={words('letter_date')} {...day} {...text('letterDate')} />
      <TextField label={words('from')} {...day} {...text('first')} />
      <TextField label={words('until')} {...day} {...text('last', words('until_help'))} />
      <ServicesField value={filled.services} onChange={(services) => fill({ ...filled, services })} />
    </FormDialog>
  )
}

/** A vacant office is named by its role and place alone. */
function seatsOnce(seats: ReturnType<typeof useOfficers>['seats']) {
  const once = new Map(seats.map((seat) => [`${seat.role} ${seat.agency ?? seat.village}`, seat]))
  return [...once].map(([id, seat]) => ({ ...seat, id, label: seat.label.slice(seat.label.indexOf(' – ') + 3) }))
}
