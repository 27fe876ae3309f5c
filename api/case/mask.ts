/** `3510**********01`: enough to tell two people apart, not enough to be used. */
export function maskNik(nik: string): string {
  return nik.length < 8 ? '*'.repeat(nik.length) : `${nik.slice(0, 4)}${'*'.repeat(nik.length - 6)}${nik.slice(-2)}`
}

/** `si***@demo.test`: the domain stays, because that is where delivery fails. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 1) return '***'
  return `${address.slice(0, Math.min(2, at - 1))}***${address.slice(at)}`
}

/** "Siti Nur Aminah" → "S. N. A.": a holder as the public verification shows them. */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .flatMap((word) => word.match(/\p{L}/u)?.[0] ?? [])
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ')
}
