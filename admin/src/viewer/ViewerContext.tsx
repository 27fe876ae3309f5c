import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Target } from '../case/targets.ts'

/** Something to look at in the side pane; `type` is asked of the server where the case does not say it. */
export type Viewable = { key: string; label: string; url: string; type?: string; target?: Target }

type Viewer = {
  items: Viewable[]
  current: Viewable | null
  /** Opened by a person's own click: on a phone that covers the page. */
  opened: boolean
  open: (item: Viewable | string) => void
  close: () => void
}

const Context = createContext<Viewer | null>(null)

export function useViewer(): Viewer {
  const viewer = useContext(Context)
  if (!viewer) throw new Error('useViewer stands outside ViewerProvider')
  return viewer
}

/** What the side pane shows: the case's attachments, and anything else that was asked for (a draft, an issued letter). */
export function ViewerProvider({ items, children }: { items: Viewable[]; children: ReactNode }) {
  const [chosen, setChosen] = useState<Viewable | string | null>(null)
  const value = useMemo<Viewer>(() => {
    const found = typeof chosen === 'string' ? items.find(({ key }) => key === chosen) : chosen
    return {
      items,
      current: found ?? items[0] ?? null,
      opened: chosen !== null,
      open: setChosen,
      close: () => setChosen(null),
    }
  }, [items, chosen])
  return <Context value={value}>{children}</Context>
}
