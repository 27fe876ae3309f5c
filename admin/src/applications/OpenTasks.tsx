import { Box, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { Section } from '../case/Section.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'

/** The case's tasks that are not done, each a way to its page. */
export function OpenTasks({ tasks }: Pick<ApplicationDetail, 'tasks'>) {
  const words = useWords('case')
  const terms = useWords('terms')
  const local = useLocalText()
  const open = tasks.filter(({ status }) => status === 'open' || status === 'returned')
  if (open.length === 0) return null
  return (
    <Section title={words('open_tasks')} flush>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {open.map(({ id, stepName, office, assignee, status }) => (
          <li key={id}>
            <Link component={LinkBase} to={`/tasks/${encodeURIComponent(id)}`} sx={{ fontWeight: 650 }}>
              {local(stepName)}
            </Link>
            <Typography variant="body2" color="textSecondary">
              {[office, assignee, terms(`task_status.${status}`)].filter(Boolean).join(' · ')}
            </Typography>
          </li>
        ))}
      </Box>
    </Section>
  )
}
