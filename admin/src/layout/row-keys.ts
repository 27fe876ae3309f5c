import type { KeyboardEvent } from 'react'

/** Arrow up and down go from one row's link to the next, Home and End to the first and last; only inside the table. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')]
  const row = (event.target as Element).closest('tr')
  const at = links.findIndex((link) => row?.contains(link))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  const link = to === undefined || at < 0 ? undefined : links[to]
  if (!link) return
  event.preventDefault()
  link.focus()
}
