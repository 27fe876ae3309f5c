import { sentences } from './indonesian-sentences.ts'
import type { Problem } from './problem.ts'

/** A problem of a service in Indonesian, for an editor's screen; a sentence that nobody has put into Indonesian stays as it is. */
export function inIndonesian({ message, mend }: Pick<Problem, 'message' | 'mend'>): { message: string; mend?: string } {
  return { message: translated(message), ...(mend && { mend: translated(mend) }) }
}

function translated(sentence: string): string {
  for (const [pattern, indonesian] of sentences) {
    const found = pattern.exec(sentence)
    if (found) return indonesian.replace(/\$(\d)/g, (_all, at) => found[Number(at)] ?? '')
  }
  return sentence
}
