import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material'
import { behaviours } from '../../../domain/rehearsal.ts'
import { useWords } from '../i18n/hooks.ts'

type Who = keyof typeof behaviours
type Props<W extends Who> = {
  who: W
  value: (typeof behaviours)[W][number]
  disabled: boolean
  onChange: (value: (typeof behaviours)[W][number]) => void
}

/** How one of them behaves, each way in plain words. */
export function BehaviourChoice<W extends Who>({ who, value, disabled, onChange }: Props<W>) {
  const words = useWords('rehearsals')
  const ways: readonly (typeof behaviours)[W][number][] = behaviours[who]
  const label = `behaviour-${who}`
  return (
    <FormControl disabled={disabled}>
      <FormLabel id={label}>{words(`${who}.label`)}</FormLabel>
      <RadioGroup aria-labelledby={label} value={value} onChange={(_event, chosen) => onChange(chosen as typeof value)}>
        {ways.map((way) => (
          <FormControlLabel
            key={way}
            value={way}
            control={<Radio size="small" />}
            sx={{ alignItems: 'flex-start', mr: 0 }}
            label={
              <>
                <Typography variant="body2" component="span" sx={{ display: 'block', fontWeight: 600, pt: 1 }}>
                  {words(`${who}.${way}`)}
                </Typography>
                <Typography variant="caption" component="span" color="textSecondary" sx={{ display: 'block' }}>
                  {words(`${who}.${way}_help`)}
                </Typography>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
