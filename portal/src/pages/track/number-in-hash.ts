/** The number that a slip's QR carries behind `#`, where no server and no log sees it: `/lacak#n=…`. */
export function numberInHash(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('n')?.trim() ?? ''
}
