import { createContext, useContext } from 'react'
import type { Regency } from '../../../contracts/me.ts'

const Context = createContext<Regency | null>(null)

export const RegencyProvider = Context.Provider

/** The tenant that the host names. */
export function useRegency(): Regency {
  const regency = useContext(Context)
  if (!regency) throw new Error('useRegency stands outside RegencyProvider')
  return regency
}
