import { Box, Chip, ToggleButton, ToggleButtonGroup } from '@mui/material'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-admin'
import { dimensions } from '../../../domain/oversight/dimensions.ts'
import { useWords } from '../i18n/hooks.ts'
import { useNames } from './names.ts'
import { addressOf, type Chosen } from './slice.ts'
import type { Named } from './use-figures.ts'

type Props = { chosen: Chosen; sample: Named | undefined; behind?: string; children?: ReactNode }

/** What is told apart, and what it is narrowed to; each part can be let go again. */
export function SliceBar({ chosen, sample, behind, children }: Props) {
  const words = useWords('oversight')
  const navigate = useNavigate()
  const nameOf = useNames()
  const { by, slice, period } = chosen
  const to = (change: Partial<Chosen>) => addressOf({ by, slice, ...(behind ? { period } : {}), ...change }, behind)
  const set = dimensions.filter((name) => slice[name] !== undefined)
  const without = (name: (typeof dimensions)[number]) => {
    const { [name]: _, ...rest } = slice
    return to({ slice: rest })
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        value={by}
        aria-label={words('by_label')}
        onChange={(_, next: typeof by | null) => next && navigate(to({ by: next }))}
      >
        {dimensions.map((each) => (
          <ToggleButton
            key={each}
            value={each}
            sx={{ textTransform: 'none', minHeight: 40, px: 1.5, bgcolor: 'background.paper' }}
          >
            {words(`by.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {children}
      {set.map((name) => {
        const value = slice[name] ?? ''
        const named = sample && sample[name] === value ? nameOf(name, sample).name : null
        return (
          <Chip
            key={name}
            label={`${words(`by.${name}`)}: ${value === 'nobody' ? words('nobody') : (named ?? value)}`}
            onDelete={() => navigate(without(name))}
          />
        )
      })}
    </Box>
  )
}
