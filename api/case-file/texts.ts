import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { TimelineEvent } from '../../domain/case/events.ts'
import type { AnyAct } from '../../models/case/acts.ts'
import type { AnswerRecord } from '../../models/case/answer.ts'
import type { WholeCase } from './read.ts'

/** What somebody said, or another system answered, beside the timeline; `bytes` null where it has been erased. */
export type KeptText = { id: string; kind: string; by: string | null; at: string | null; bytes: Buffer | null }

/** The names under which a line points at a text. */
const pointers = [
  'decisionId',
  'correctionId',
  'withdrawalId',
  'addId',
  'mergeId',
  'reopenId',
  'visitId',
  'arrivalId',
  'answer',
]

/** Every text that the timeline points at, in its order, as the very bytes that were digested. */
export function textsOf({ lines, acts, answers, files }: WholeCase): KeptText[] {
  const digests = new Map(files.map(({ _id, sha256 }) => [_id, sha256]))
  const answered = new Map(answers.map((answer) => [answer._id, answer]))
  const found = new Map<string, KeptText>()
  for (const line of lines) {
    const id = pointedAt(line)
    if (id === null || found.has(id)) continue
    const act = acts.get(id)
    const answer = answered.get(id)
    if (act) found.set(id, { id, kind: act.kind, by: act.by, at: act.at.toISOString(), bytes: saidIn(act, line) })
    else if (answer) found.set(id, answerText(answer, digests))
    else found.set(id, { id, kind: line.type, by: line.by.id, at: null, bytes: null })
  }
  return [...found.values()]
}

function pointedAt({ data }: TimelineEvent): string | null {
  const found = pointers.map((name): unknown => Reflect.get(data, name)).find((value) => typeof value === 'string')
  return typeof found === 'string' ? found : null
}

/**
 * The content in the form its digest was made over: alone, or with what the line says besides. Where neither gives the
 * digest it is handed over as it is, and the verifier says so.
 */
function saidIn({ content, digest }: AnyAct, { data }: TimelineEvent): Buffer | null {
  if (isErased(content)) return null
  const said: unknown = Reflect.get(data, 'appointment') ?? Reflect.get(data, 'task')
  const forms = [canonicalize(content), canonicalize({ content, said }), JSON.stringify(content)]
  const texts = forms.flatMap((text) => (text === undefined ? [] : Buffer.from(text)))
  return texts.find((text) => sha256(text) === digest) ?? texts[0] ?? null
}

/** Whoever is erased leaves the act's place and digest behind, and no word of theirs. */
const isErased = (content: unknown): boolean =>
  typeof content !== 'object' || content === null || Object.keys(content).length === 0 || 'erased' in content

function answerText(
  { _id, outcome, reason, number, issuedOn, file, system, at }: AnswerRecord,
  files: Map<string, string>,
) {
  const content =
    outcome === 'refused'
      ? { outcome, reason }
      : { outcome, number, issuedOn, file: file === null ? null : (files.get(file) ?? null) }
  const bytes = Buffer.from(canonicalize(content) ?? '')
  return { id: _id, kind: 'answer', by: system, at: at.toISOString(), bytes }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
