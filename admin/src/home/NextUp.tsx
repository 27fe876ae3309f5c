import { Box, Link, Skeleton, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { ClockBar } from '../clock/ClockBar.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'

/** The few tasks with the least time left that this person may act on. */
export function NextUp({ tasks, isPending }: { tasks: TaskRow[]; isPending: boolean }) {
  const words = useWords('home')
  const local = useLocalText()
  return (
    <Box
      component="section"
      aria-labelledby="next-up"
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', mb: 0.5 }}>
        <Typography variant="h2" id="next-up">
          {words('next_up')}
        </Typography>
        <Link component={LinkBase} to="/tasks" variant="body2">
          {words('all_tasks')}
        </Link>
      </Box>
      {isPending && [0, 1, 2].map((row) => <Skeleton key={row} height={56} />)}
      {!isPending && tasks.length === 0 && <Typography color="textSecondary">{words('next_empty')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {tasks.map((task) => (
          <Box
            component="li"
            key={task.id}
            sx={{
              display: 'grid',
              gap: { xs: 0.5, sm: 2 },
              gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 1fr) 210px' },
              alignItems: 'center',
              py: 1.25,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box sx={{ minWidth: 0 }}>
              <Link component={LinkBase} to={`/tasks/${encodeURIComponent(task.id)}`} sx={{ fontWeight: 650 }}>
                {task.applicantName}
              </Link>
              <Typography variant="caption" color="textSecondary" component="div">
                {task.number} · {local(task.serviceName)} · {local(task.stepName)}
              </Typography>
            </Box>
            <ClockBar clock={task.clock} />
          </Box>
        ))}
      </Box>
    </Box>
  )
}
