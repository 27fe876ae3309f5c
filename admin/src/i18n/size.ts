/** Bytes as people say them: `1,4 MB`. */
export function sizeWords(bytes: number, number: (value: number) => string): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${number(Math.round(bytes / 1000))} kB` : `${number(bytes / 1_000_000)} MB`
}
