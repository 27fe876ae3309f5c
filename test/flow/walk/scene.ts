import { randomUUID } from 'node:crypto'
import type { ApplicationReceipt } from '../../../contracts/applications.ts'
import type { Flow } from '../../../domain/service.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import type { Answer } from '../../api/api-house.ts'
import type { WalkHouse } from './house.ts'

/** A case in hand, and who speaks for its applicant. */
export type Hand = { receipt: ApplicationReceipt; service: string; owner: string; nik: string }

/** The case as it rests before an act. */
export type Scene = {
  house: WalkHouse
  hand: Hand
  now: ApplicationRecord
  flow: Flow
  /** What was said last and taken: to be said again. */
  last: Said | null
  /** The case that the one in hand objects to. */
  original: Hand | null
}

export type Said = { who: string; path: string; body: unknown; key: string }
export type Answered = { status: number; codes: string[]; text: string }

/**
 * What is to come of an act. kept: the timeline grows. nothing: taken, and known already. given-back: refused, and told of
 * as a failure that gives the task back. Codes: refused with one of these, and nothing changed; `or` these, where taking
 * it is right too.
 */
export type Expected = 'kept' | 'nothing' | 'given-back' | readonly string[] | { or: readonly string[] }

export type Act = {
  name: string
  /** How often it is done, beside the others that are possible. */
  weight: number
  expects: Expected
  send(): Promise<Answered>
  said?: Said | undefined
  /** What it makes of the case in hand: another one. */
  leadsTo?: (answer: Answered) => Promise<Hand>
}

export type Offer = Omit<Act, 'send' | 'said'>

/** Something said to the API under a key of its own. */
export function told(house: WalkHouse, offer: Offer, who: string, path: string, body: unknown): Act {
  const said = { who, path, body, key: randomUUID() }
  return { ...offer, name: `${who} ${offer.name}`, said, send: () => tell(house, said) }
}

/** As a good client: what is answered 503 is said again under the same key. */
export async function tell(house: WalkHouse, { who, path, body, key }: Said): Promise<Answered> {
  for (let tries = 1; ; tries += 1) {
    const answer = await house.postAs(who, path, body, { key })
    if (answer.status !== 503 || tries === 6) return answered(answer)
  }
}

export function answered({ status, text, problem }: Answer): Answered {
  if (status < 400) return { status, codes: [], text }
  const errors = (problem?.errors ?? []).flatMap((error) => error.code ?? [])
  return { status, codes: [problem?.code ?? '', ...errors], text }
}

/** Done outside the API, and always taken. */
export const done: Answered = { status: 200, codes: [], text: '' }
