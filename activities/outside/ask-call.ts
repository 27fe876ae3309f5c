import { digestOf } from '../../catalogue/digest.ts'
import type { Standing } from '../../integrations/outside/outside-system.ts'
import { Answer, type AnswerRecord, keepAnswer, type NewAnswer } from '../../models/case/answer.ts'
import { newsAbout } from '../../models/case/news.ts'
import { sha256 } from '../../models/file.ts'
import type { CallActivities, CallRequest, Answer as Told } from '../../workflows/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { attempt } from './attempt.ts'
import { filingOf } from './filing.ts'
import { unheardStatuses } from './unheard-statuses.ts'

type Ended = Exclude<Standing, { outcome: 'pending' }>

/** Finds what was answered, by webhook or by asking, and keeps it with its file. Throws OutsideError. */
export function callAsker({ outside }: CaseDeps): CallActivities['askCall'] {
  return (request) =>
    attempt(request, async ({ application, call }) => {
      const statuses = request.hears ? await unheardStatuses({ application, call }) : []
      if (statuses.length > 0) return { pending: true as const, statuses }
      const known = await Answer.findOne({ call: call.call }).lean<AnswerRecord>()
      if (known) return told(known)
      const news = await newsAbout(request.system, call.matches)
      const filing = await filingOf(application, request)
      const standing = await outside(request.system).standing(filing, call.reference ?? '', news?.content ?? null)
      if (standing.outcome === 'pending') return { pending: true as const }
      return told(await keepAnswer(...answerOf(request, standing)))
    })
}

function answerOf({ call, application, system }: CallRequest, standing: Ended): [NewAnswer, Uint8Array | null] {
  const of = { call, application, system }
  if (standing.outcome === 'refused') {
    const { outcome, reason } = standing
    return [{ ...of, outcome, reason, number: null, issuedOn: null, digest: digestOf({ outcome, reason }) }, null]
  }
  const { outcome, number, issuedOn, file } = standing
  const digest = digestOf({ outcome, number, issuedOn, file: file && sha256(file) })
  return [{ ...of, outcome, number, issuedOn, reason: null, digest }, file]
}

const told = ({ _id: answer, outcome, digest }: AnswerRecord): Told => ({ outcome, answer, digest })
