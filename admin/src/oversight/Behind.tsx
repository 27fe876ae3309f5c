import { useParams } from 'react-router-dom'
import { NotFound } from '../layout/Troubles.tsx'
import { History } from './History.tsx'
import { Overtakings } from './Overtakings.tsx'
import { WatchedTasks } from './WatchedTasks.tsx'

const pages: Record<string, () => React.ReactNode> = {
  tasks: WatchedTasks,
  history: History,
  overtakings: Overtakings,
}

/** What was, and what lies behind a figure. */
export default function Behind() {
  const { id = '' } = useParams()
  const Page = Object.hasOwn(pages, id) ? pages[id] : undefined
  return Page ? <Page /> : <NotFound />
}
