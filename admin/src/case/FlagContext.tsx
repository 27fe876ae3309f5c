import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { type Target, targetKey } from './targets.ts'

export type Flag = Target & { message: string }
type Flags = {
  flags: Flag[]
  isFlagged: (target: Pick<Target, 'target' | 'name'>) => boolean
  toggle: (target: Target) => void
  say: (key: string, message: string) => void
  clear: () => void
}

const Context = createContext<Flags | null>(null)

/** Where flags can be set, what is flagged for correction; null where the officer may not return the case. */
export const useFlags = () => useContext(Context)

export function FlagProvider({ children }: { children: ReactNode }) {
  const [flags, setFlags] = useState<Flag[]>([])
  const value = useMemo<Flags>(
    () => ({
      flags,
      isFlagged: (target) => flags.some((flag) => targetKey(flag) === targetKey(target)),
      toggle: (target) =>
        setFlags((before) =>
          before.some((flag) => targetKey(flag) === targetKey(target))
            ? before.filter((flag) => targetKey(flag) !== targetKey(target))
            : [...before, { ...target, message: '' }],
        ),
      say: (key, message) =>
        setFlags((before) => before.map((flag) => (targetKey(flag) === key ? { ...flag, message } : flag))),
      clear: () => setFlags([]),
    }),
    [flags],
  )
  return <Context value={value}>{children}</Context>
}
