import { useWords } from '../i18n/hooks.ts'
import { Notice } from '../layout/Notice.tsx'
import type { Chosen, Whose } from './filters.ts'

type Props = { whose: Whose; filtered: boolean; chosen: Chosen; onChoose: (chosen: Chosen) => void }

/** Nothing here: whether the filters hide it, and where there may be work. */
export function TaskEmpty({ whose, filtered, chosen, onChoose }: Props) {
  const words = useWords('tasks')
  if (filtered) {
    const clear = { label: words('clear'), onClick: () => onChoose({ whose: chosen.whose }) }
    return <Notice level="h2" title={words('empty_title')} text={words('empty_filtered')} action={clear} />
  }
  const see = { label: words('see_nobody'), onClick: () => onChoose({ whose: 'nobody' }) }
  return (
    <Notice
      level="h2"
      title={words('empty_title')}
      text={words(`empty_${whose}`)}
      action={whose === 'mine' ? see : undefined}
    />
  )
}
