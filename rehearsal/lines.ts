import { z } from 'zod'
import { Instant, LocalText } from '../contracts/common.ts'
import { RehearsalStory } from '../contracts/rehearsals.ts'

/** What `rehearse --json-lines` says to the process that started it, one JSON object a line. */
export const RehearsalLine = z.discriminatedUnion('kind', [
  /** Servers it has started, to be ended where it is killed. */
  z.object({ kind: z.literal('servers'), pids: z.array(z.int().positive()) }),
  /** How far the played case has come. */
  z.object({ kind: z.literal('played'), until: Instant }),
  z.object({ kind: z.literal('story'), story: z.object({ id: RehearsalStory, en: RehearsalStory }) }),
  /** It cannot be played, and why. */
  z.object({ kind: z.literal('refused'), message: LocalText }),
])
export type RehearsalLine = z.infer<typeof RehearsalLine>

export const writeLine = (line: RehearsalLine) => process.stdout.write(`${JSON.stringify(line)}\n`)
