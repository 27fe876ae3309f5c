import { Box, Skeleton } from '@mui/material'
import { useCanAccess, useNavigate, useStore } from 'react-admin'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { FigureTile } from '../layout/FigureTile.tsx'
import { useCount } from '../layout/use-count.ts'
import { type Chosen, tasksFilter } from '../tasks/filters.ts'
import { useDecides } from '../tasks/use-decides.ts'
import type { tones } from '../theme/palette.ts'

const figures = [
  { name: 'mine', chosen: { whose: 'mine' }, tone: 'calm' },
  { name: 'nobody', chosen: { whose: 'nobody' }, tone: 'calm' },
  { name: 'breached', chosen: { whose: 'all', state: 'breached' }, tone: 'breached' },
  { name: 'waiting', chosen: { whose: 'all', state: 'paused' }, tone: 'paused' },
] as const satisfies { name: string; chosen: Chosen; tone: keyof typeof tones }[]

/** Today in figures; each leads to its rows. */
export function Figures({ dueToday }: { dueToday: number | undefined }) {
  const { number } = useFormats()
  const decides = useDecides()
  const { canAccess: signs } = useCanAccess({ resource: 'tray', action: 'list' })
  const columns = 4 + Number(decides) + Number(signs === true)
  const [mine, nobody, ...rest] = figures.map((figure) => <Counted key={figure.name} {...figure} />)
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        mb: 2,
        gridTemplateColumns: {
          xs: 'repeat(2, minmax(0, 1fr))',
          sm: 'repeat(3, minmax(0, 1fr))',
          lg: `repeat(${columns}, minmax(0, 1fr))`,
        },
        // Of an odd number the first stands alone on a phone, not the last.
        '& > :first-of-type': columns % 2 === 1 ? { gridColumn: { xs: 'span 2', sm: 'auto' } } : undefined,
      }}
    >
      {signs && <ToSign />}
      {decides && mine}
      {nobody}
      <Figure
        name="due_today"
        words={dueToday === undefined ? '' : number(dueToday)}
        tone={dueToday ? 'warned' : 'calm'}
        chosen={{ whose: 'all' }}
      />
      {rest}
    </Box>
  )
}

function Counted({ name, chosen, tone }: (typeof figures)[number]) {
  const { count, words } = useCount('tasks', tasksFilter(chosen))
  return <Figure name={name} words={words} tone={count === 0 ? 'calm' : tone} chosen={chosen} />
}

/** What waits for one's name, where one signs. */
function ToSign() {
  const { count, words } = useCount('tray', {})
  return <Figure name="to_sign" words={words} tone={count ? 'warned' : 'calm'} to="/tray" />
}

type Props = { name: string; words: string; tone: keyof typeof tones; chosen?: Chosen; to?: string }

function Figure({ name, words: figure, tone, chosen, to = '/tasks' }: Props) {
  const words = useWords('home')
  const navigate = useNavigate()
  const [, choose] = useStore<Chosen>('tasks.chosen')
  const open = () => {
    if (chosen) choose(chosen)
    navigate(to)
  }
  return <FigureTile figure={figure || <Skeleton width={36} />} label={words(name)} tone={tone} onClick={open} />
}
