import type { ReactNode } from 'react'

/** In place of a Markdown parser: the catalogue's hints are plain text, and rjsf is never told otherwise. */
export function Markdown({ children }: { children?: ReactNode }) {
  return <>{children}</>
}
