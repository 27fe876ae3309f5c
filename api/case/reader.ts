import type { Request } from 'express'
import type { Language, SignedIn } from '../request.ts'
import { type CaseWords, wordBook } from './words.ts'

/** Who reads, in which language, with the words of the cases met so far: made once for a request. */
export type Reader = {
  person: SignedIn | null
  language: Language
  words(application: { service: string; serviceVersion: number; village: string | null }): Promise<CaseWords>
}

export function readerOf({ person, language }: Pick<Request, 'person' | 'language'>): Reader {
  return { person, language, words: wordBook() }
}
