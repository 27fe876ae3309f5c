import { useState } from 'react'
import { type TrayRow, trayLimit } from '../../../contracts/tray.ts'

/** Signed somewhere at this moment: nothing to choose. */
export const isBusy = ({ lookFirst }: TrayRow) => lookFirst.some(({ code }) => code === 'under-way')

/** What is chosen of the tray as it now is: the ordinary all at once, what has to be looked at one by one. */
export function useChosenRows(rows: TrayRow[]) {
  const [ids, setIds] = useState<readonly string[]>([])
  const chosen = rows.filter((row) => ids.includes(row.id) && !isBusy(row))
  const ordinary = rows.filter(({ lookFirst }) => lookFirst.length === 0)
  const kept = chosen.map(({ id }) => id)
  const allOrdinary = ordinary.length > 0 && ordinary.every(({ id }) => kept.includes(id))
  return {
    chosen,
    ordinary,
    isFull: chosen.length >= trayLimit,
    allOrdinary,
    isChosen: (id: string) => kept.includes(id),
    toggle(id: string) {
      setIds(kept.includes(id) ? kept.filter((each) => each !== id) : [...kept, id].slice(0, trayLimit))
    },
    toggleOrdinary() {
      const others = kept.filter((id) => !ordinary.some((row) => row.id === id))
      const room = allOrdinary ? [] : ordinary.map(({ id }) => id)
      setIds([...others, ...room].slice(0, trayLimit))
    },
    clear: () => setIds([]),
  }
}
export type ChosenRows = ReturnType<typeof useChosenRows>
