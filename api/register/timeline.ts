import type { Request } from 'express'
import type { RegisterEvent } from '../../contracts/register.ts'
import type { EntryEvent } from '../../domain/register/events.ts'
import { namesOf } from '../../models/auth-user.ts'
import { Act, type AnyAct } from '../../models/case/acts.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { type EntryLine, RegisterLine } from '../../models/register/line.ts'
import { actorWords } from '../case/clocks.ts'
import { entrySentence } from './sentences.ts'

/** The whole story of a licence, oldest first. Officers are named among officers; to the holder they are the office. */
export async function entryTimeline(request: Request, row: RegisterRecord): Promise<RegisterEvent[]> {
  const { language, person } = request
  const isHolder = row.holder.account !== null && row.holder.account === person?.account
  const lines = await RegisterLine.find({ entry: row.entry }).sort({ seq: 1 }).lean<EntryLine[]>()
  const acts = await actsOf(row.state.heard)
  const known = lines.filter(({ by }) => by.kind === 'citizen' || (!isHolder && by.kind === 'officer'))
  const names = await namesOf(known.map(({ by }) => by.id))
  const { utcOffsetMinutes } = await regencyFacts()
  return lines.map((line) => {
    const event = line as unknown as EntryEvent
    return {
      seq: line.seq,
      at: new Date(line.at).toISOString(),
      type: line.type,
      text: entrySentence(event, utcOffsetMinutes)[language],
      actor: { kind: line.by.kind, name: names.get(line.by.id) ?? actorWords[line.by.kind][language] },
      note: noteOf(acts.get(actOf(event) ?? '')),
      hash: line.hash,
    }
  })
}

const actOf = ({ data }: EntryEvent) => ('actId' in data ? data.actId : undefined)

function noteOf(act: AnyAct | undefined): string | null {
  switch (act?.kind) {
    case 'suspension':
    case 'revocation':
      return `${act.content.reason}\n${act.content.basis}`
    case 'reinstatement':
      return act.content.reason
    case 'report':
      return act.content.text
    default:
      return null
  }
}

async function actsOf(ids: string[]): Promise<Map<string, AnyAct>> {
  const acts = await Act.find({ _id: { $in: ids } }).lean<AnyAct[]>()
  return new Map(acts.map((act) => [act._id, act]))
}
