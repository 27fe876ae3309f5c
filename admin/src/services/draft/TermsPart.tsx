import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { Section } from '../../case/Section.tsx'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext } from './DraftContext.tsx'
import { asList, rowStyle } from './EntryCard.tsx'
import { NumberInput, PickInput } from './inputs.tsx'
import { isObject, type Place, valueAt } from './place.ts'
import { RungList } from './RungList.tsx'
import { entryWords } from './telling.ts'
import { useOptions } from './use-options.ts'
import { useTongue } from './use-tongue.ts'

/** How long the application and each of its steps may take, and what happens on the way. */
export function TermsPart() {
  const words = useWords('draft')
  const places = useWords('places')
  const { definition } = useDraftContext()
  const { sources } = useOptions()
  const starts = (['receipt', 'complete'] as const).map((value) => ({ value, label: places(`value.${value}`) }))
  return (
    <>
      <Section title={words('term.whole')}>
        {valueAt(definition, ['term']) === undefined ? (
          <Typography variant="body2">{words('term.none')}</Typography>
        ) : (
          <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
            <Budget clock={['term']}>
              <PickInput place={['term', 'startsOn']} label={places('key.startsOn')} options={starts} />
              <PickInput place={['term', 'source']} label={places('key.source')} options={sources} />
            </Budget>
            <RungList clock={['term']} ofTerm />
          </Box>
        )}
      </Section>
      <Section title={words('term.steps')}>
        <StepClocks />
      </Section>
    </>
  )
}

function Budget({ clock, children }: { clock: Place; children?: ReactNode }) {
  const places = useWords('places')
  const units = (['working-days', 'working-minutes'] as const).map((value) => ({
    value,
    label: places(`value.${value}`),
  }))
  return (
    <Box sx={rowStyle}>
      <NumberInput place={[...clock, 'amount']} label={places('key.amount')} />
      <PickInput place={[...clock, 'unit']} label={places('key.unit')} options={units} />
      {children}
    </Box>
  )
}

function StepClocks() {
  const tongue = useTongue()
  const { definition } = useDraftContext()
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, pt: 1 }}>
      {clocksOf(definition).map(({ step, clock }) => (
        <Box component="li" key={step.code as string}>
          <Typography variant="body2" sx={{ fontWeight: 650, mb: 1 }}>
            {entryWords(step, '', tongue)}
          </Typography>
          <Budget clock={clock} />
        </Box>
      ))}
    </Box>
  )
}

type StepClock = { step: Record<string, unknown>; clock: Place }

/** Clocks of the main road: of steps, and of the seats that a step asks. */
function clocksOf(definition: unknown): StepClock[] {
  return asList(valueAt(definition, ['steps'])).flatMap((step, at) => {
    if (!isObject(step)) return []
    const place: Place = ['steps', { entry: `#${at}` }]
    if (isObject(step.clock)) return [{ step, clock: [...place, 'clock'] }]
    return asList(step.panel).flatMap((seat, position): StepClock[] =>
      isObject(seat) ? [{ step: seat, clock: [...place, 'panel', { entry: `#${position}` }, 'clock'] }] : [],
    )
  })
}
