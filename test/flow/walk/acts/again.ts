import { randomUUID } from 'node:crypto'
import { NotKept, say } from '../../../../engine/say.ts'
import { arriveAtVisit, correctApplication, decideTask, settleBill } from '../../../../workflows/messages.ts'
import { type Act, type Answered, done, type Scene, tell } from '../scene.ts'

/** What was said before, under the same key: once as it was, once as something else. */
export function repeatedActs({ house, last }: Scene): Act[] {
  if (!last) return []
  const other = { ...last, body: { ...Object(last.body), note: 'Sesuatu yang lain.' } }
  const repeats: Act = {
    name: `${last.who} repeats ${last.path}`,
    weight: 3,
    expects: 'nothing',
    send: () => tell(house, last),
  }
  if (!last.path.endsWith('/decide')) return [repeats]
  const changed: Act = {
    name: `${last.who} says something else under the key of ${last.path}`,
    weight: 0.5,
    expects: ['idempotency-key-reused'],
    send: () => tell(house, other),
  }
  return [repeats, changed]
}

/** Told to the workflow past the API, which would have refused it: the case itself refuses it too. */
export function directActs(scene: Scene): Act[] {
  const { now } = scene
  const by = { kind: 'citizen', id: scene.hand.owner } as const
  const over = Object.values(now.state.tasks).find(({ status }) => status === 'decided' || status === 'closed')
  const acts: Act[] = []
  if (over) {
    const act = {
      task: over.id,
      officer: 'x',
      decision: over.decisions[0] ?? 'approve',
      decisionId: randomUUID(),
      digest: 'd',
    }
    acts.push(
      direct(`decides ${over.id}, which is over`, ['task-not-open', 'case-closed'], () => send(scene, decideTask, act)),
    )
    const arrived = { task: over.id, officer: 'x', arrivalId: randomUUID(), digest: 'd' }
    acts.push(
      direct(`arrives at ${over.id}, which is over`, ['task-not-open', 'case-closed'], () =>
        send(scene, arriveAtVisit, arrived),
      ),
    )
  }
  if (now.status !== 'returned') {
    const act = { correctionId: randomUUID(), digest: 'd', by }
    acts.push(
      direct('corrects what was not returned', ['not-returned', 'case-closed'], () =>
        send(scene, correctApplication, act),
      ),
    )
  }
  const act = { bill: 'b-none', payment: randomUUID(), amount: 1 }
  acts.push(direct('pays a bill of nobody', ['bill-unknown', 'case-closed'], () => send(scene, settleBill, act)))
  return acts
}

function direct(name: string, expects: readonly string[], send: Act['send']): Act {
  return { name: `past the API: ${name}`, weight: 0.3, expects, send }
}

async function send({ house, now }: Scene, update: Parameters<typeof say>[2], act: object): Promise<Answered> {
  try {
    await house.inside(() => say(house.engine, now, update, { act, updateId: randomUUID() }))
    return done
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
    return { status: error.kind === 'unknown' ? 503 : 409, codes: [error.code], text: error.message }
  }
}
