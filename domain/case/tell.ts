import type { Flow, MessageTrigger } from '../service.ts'
import { type Proposal, system } from './events.ts'

/** A case's fixed surroundings: its pinned flow and its number. */
export type CaseContext = { flow: Flow; number: string }

/** A message, where the service has a text for the occasion. */
export function tell(
  { flow }: CaseContext,
  trigger: MessageTrigger,
  at: number,
  more: { task?: string; clock?: string; percent?: number; bill?: string } = {},
): Proposal[] {
  return flow.messages.includes(trigger) ? [{ type: 'message-queued', at, by: system, data: { trigger, ...more } }] : []
}
