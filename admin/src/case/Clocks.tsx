import { Typography } from '@mui/material'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { Ledger } from '../clock/Ledger.tsx'
import { inOrder } from '../clock/order.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'

/** Every clock of the case: the service's term and one for each task. */
export function Clocks({ clocks, tasks }: Pick<ApplicationDetail, 'clocks' | 'tasks'>) {
  const words = useWords('clock')
  const local = useLocalText()
  const titleOf = (id: string) => {
    const task = tasks.find((each) => each.id === id)
    return task ? local(task.stepName) : words('term')
  }
  if (clocks.length === 0) return <Typography color="textSecondary">{words('empty')}</Typography>
  return inOrder(clocks).map((clock) => <Ledger key={clock.id} clock={clock} title={titleOf(clock.id)} />)
}
