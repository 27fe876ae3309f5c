import { condition } from '@temporalio/workflow'
import { stepKey } from '../domain/case/state.ts'
import type { Step } from '../domain/service.ts'
import type { CaseFile } from './case-file.ts'
import { restOnSigner } from './signing.ts'
import { call } from './steps/call.ts'
import { issue } from './steps/issue.ts'
import { pay } from './steps/pay.ts'
import { rest } from './steps/rest.ts'

/** Performs whatever is under way, side by side where the case has branches, until it is closed. */
export async function walk(file: CaseFile): Promise<void> {
  const performing = new Map<string, Promise<void>>()
  let ended = 0
  while (!file.closed) {
    for (const step of file.steps) {
      const key = keyOf(file, step)
      if (performing.has(key)) continue
      const done = perform(file, step).finally(() => {
        performing.delete(key)
        ended += 1
      })
      performing.set(key, done)
    }
    if (performing.size === 0) await file.record(() => [])
    else {
      const before = ended
      const isNew = (step: Step) => !performing.has(keyOf(file, step))
      await Promise.race([
        condition(() => file.closed || ended > before || file.steps.some(isNew)),
        ...performing.values(),
      ])
    }
  }
  await Promise.all(performing.values())
}

/** A step that is walked again after a reopening is another one. */
function keyOf({ state }: CaseFile, { code }: Step): string {
  return `${stepKey(state.track, code)}~${state.round ?? 0}`
}

async function perform(file: CaseFile, step: Step): Promise<void> {
  switch (step.kind) {
    case 'review':
    case 'consult':
    case 'wait':
    case 'parallel':
      return rest(file, step)
    case 'sign':
    case 'inspect':
      return restOnSigner(file, step)
    case 'issue':
      return issue(file, step)
    case 'pay':
      return pay(file, step)
    case 'call':
      return call(file, step)
    case 'register':
    case 'notify':
      throw new RangeError(`${step.kind} takes no time: it cannot be under way`)
  }
}
