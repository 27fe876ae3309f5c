import { chainHash, type Told } from './digest.ts'

export type BrokenLine = { line: number; why: 'missing' | 'changed' }

/** The first line of a timeline, oldest first, that does not follow from the one before; null where the chain holds. */
export function brokenLine(lines: readonly (Told & { seq: number; hash: string })[]): BrokenLine | null {
  let previous = ''
  for (const [index, line] of lines.entries()) {
    const seq = index + 1
    if (line.seq !== seq) return { line: seq, why: 'missing' }
    if (line.hash !== chainHash(previous, seq, line)) return { line: seq, why: 'changed' }
    previous = line.hash
  }
  return null
}
