import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward'
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward'
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined'
import { Alert, Box, IconButton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/hooks.ts'
import { useDraftContext, useValue } from './DraftContext.tsx'
import { type Place, valueAt } from './place.ts'
import { entryWords } from './telling.ts'
import { useTongue } from './use-tongue.ts'

type Props = { list: Place; position: number; children: ReactNode; level?: 'h3' | 'h4' }

/** One entry of a list of the draft, to be moved and taken away. */
export function EntryCard({ list, position, children, level = 'h3' }: Props) {
  const words = useWords('draft')
  const tongue = useTongue()
  const { definition, change, disabled } = useDraftContext()
  const place = [...list, { entry: `#${position}` }]
  const { told } = useValue(place)
  const entries = asList(valueAt(definition, list))
  const name = entryWords(entries[position], `#${position}`, tongue)
  const move = (by: number) => {
    const next = [...entries]
    const [moved] = next.splice(position, 1)
    next.splice(position + by, 0, moved)
    change(list, next)
  }
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" component={level} sx={{ flex: 1, minWidth: 0 }}>
          {name}
        </Typography>
        <IconButton
          size="small"
          aria-label={words('up', { name })}
          disabled={disabled || position === 0}
          onClick={() => move(-1)}
        >
          <ArrowUpwardIcon fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          aria-label={words('down', { name })}
          disabled={disabled || position === entries.length - 1}
          onClick={() => move(1)}
        >
          <ArrowDownwardIcon fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          color="error"
          aria-label={words('remove_named', { name })}
          disabled={disabled}
          onClick={() => change(place, undefined)}
        >
          <DeleteOutlineIcon fontSize="small" />
        </IconButton>
      </Box>
      {told && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {told}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 1.5 }}>{children}</Box>
    </Box>
  )
}

export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const listStyle = { listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 } as const
export const rowStyle = {
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fit, minmax(180px, 1fr))' },
  alignItems: 'start',
} as const
