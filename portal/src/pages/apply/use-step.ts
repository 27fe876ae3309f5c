import { useCallback, useEffect, useState } from 'react'

const inHash = () => decodeURIComponent(window.location.hash.slice(1))

/**
 * The open page of a form, in the address's `#part`, so that the phone's back button goes one page back. `first` is where
 * someone begins who comes without one.
 */
export function useStep(codes: string[], first: string): [string, (code: string) => void] {
  const [code, setCode] = useState(() => (codes.includes(inHash()) ? inHash() : first))

  useEffect(() => {
    const follow = () => setCode(inHash() || first)
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [first])

  useEffect(() => {
    if (inHash() !== code) window.history.replaceState(window.history.state, '', `#${code}`)
  }, [code])

  const go = useCallback((next: string) => {
    if (inHash() !== next) window.location.hash = next
    setCode(next)
  }, [])

  return [codes.includes(code) ? code : first, go]
}
