import { Box, Typography } from '@mui/material'
import type { RegisterEvent } from '../../../contracts/register.ts'
import { useWords } from '../i18n/hooks.ts'
import { Entry } from '../timeline/Entry.tsx'

/** The story of a licence, newest first, told as a case's is. */
export function EntryStory({ events }: { events: RegisterEvent[] }) {
  const words = useWords('register')
  return (
    <>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mb: 1.5 }}>
        {words('chain_note')}
      </Typography>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {[...events].reverse().map((event) => (
          <Entry key={event.seq} entry={{ ...event, step: null, decision: null, deficiencies: [] }} dated />
        ))}
      </Box>
    </>
  )
}
