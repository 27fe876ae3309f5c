import type { Downloaded } from './http.ts'

/** Hands a downloaded file to the browser, to be saved under its name. */
export function saveFile({ blob, name }: Downloaded): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
