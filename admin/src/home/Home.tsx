import { Box, Typography } from '@mui/material'
import { lazy, Suspense } from 'react'
import { useCanAccess, useGetList, usePermissions } from 'react-admin'
import type { Me } from '../../../contracts/me.ts'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { leastTimeLeft } from '../tasks/order.ts'
import { useDecides } from '../tasks/use-decides.ts'
import { dueDays } from './due-days.ts'
import { Figures } from './Figures.tsx'
import { NextUp } from './NextUp.tsx'

const DuePlot = lazy(() => import('./DuePlot.tsx'))

/** What today holds for the person at this desk. */
export default function Home() {
  const words = useWords('home')
  const terms = useWords('terms')
  const services = useWords('services')
  const { permissions: me } = usePermissions<Me>()
  const { canAccess } = useCanAccess({ resource: 'tasks', action: 'list' })
  if (!me) return null
  const held = me.memberships.filter(({ role }) => role !== 'citizen')
  const toServices = { label: services('title'), to: '/services' }
  const roles = [...new Set(held.map(({ role }) => role))].map((role) => {
    const agencies = held.flatMap((each) => (each.role === role && each.agencyName) || [])
    const where = agencies.length > 2 ? [words('agencies', { count: agencies.length })] : agencies
    return [terms(`role.${role}`), ...where].join(', ')
  })
  return (
    <Box sx={{ maxWidth: 1180 }}>
      <PageHead title={words('greeting', { name: me.name })} intro={roles.join(' · ')} />
      {canAccess === true && <Desk />}
      {canAccess === false && (
        <Notice level="h2" title={words('no_tasks_title')} text={words('no_tasks')} action={toServices} />
      )}
    </Box>
  )
}

/** As many of the open tasks as one call brings, those with the least time left. */
const sample = 200

function Desk() {
  const words = useWords('home')
  const { localDay, number } = useFormats()
  const decides = useDecides()
  const { data, isPending, total } = useGetList<TaskRow>(
    'tasks',
    { filter: { status: 'open' }, sort: leastTimeLeft, pagination: { page: 1, perPage: sample } },
    { refetchInterval: 60_000 },
  )
  const tasks = data ?? []
  const bars = dueDays(tasks, localDay)
  const all = total !== undefined && total <= tasks.length
  return (
    <>
      <Figures dueToday={data && (bars.find(({ kind }) => kind === 'today')?.count ?? 0)} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '7fr 5fr' }, alignItems: 'start' }}>
        <NextUp
          tasks={tasks.filter(({ actions }) => !decides || actions.length > 0).slice(0, 6)}
          isPending={isPending}
        />
        {tasks.length > 0 && (
          <Box
            component="section"
            aria-labelledby="plot-title"
            sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: 2 }}
          >
            <Typography variant="h2" id="plot-title">
              {words('plot_title')}
            </Typography>
            <Typography variant="caption" color="textSecondary">
              {words(all ? 'plot_of_all' : 'plot_of', { count: number(tasks.length) })}
            </Typography>
            <Suspense fallback={<Box sx={{ height: 240 }} />}>
              <DuePlot bars={bars} />
            </Suspense>
          </Box>
        )}
      </Box>
    </>
  )
}
