import { useParams } from 'react-router-dom'
import { NotFound } from '../layout/Troubles.tsx'
import { WatchedTasks } from './WatchedTasks.tsx'

/** What lies behind a figure. */
export default function Behind() {
  const { id } = useParams()
  return id === 'tasks' ? <WatchedTasks /> : <NotFound />
}
