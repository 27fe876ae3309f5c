import { isClosed } from '../../../../domain/case/state.ts'
import { type Act, type Expected, type Scene, told } from '../scene.ts'

const reason = 'Tidak jadi diteruskan.'

/** What the applicant says, when it is their turn and when it is not; and what a stranger says in their place. */
export function applicantActs({ house, hand, now }: Scene): Act[] {
  const path = `/api/applications/${hand.receipt.id}`
  const closed = isClosed(now.state)
  const isReturned = now.status === 'returned'
  const documents = now.attachments.map(({ code, file }) => ({ code, file }))
  const correction = { answers: now.answers, documents }
  const mayCorrect: Expected = isReturned ? 'kept' : closed ? ['case-closed'] : ['not-returned']
  const stranger: Expected = ['not-found', 'not-allowed']
  return [
    told(
      house,
      { name: 'corrects', weight: isReturned ? 10 : 0.6, expects: mayCorrect },
      hand.owner,
      `${path}/correct`,
      correction,
    ),
    told(
      house,
      { name: 'withdraws', weight: closed ? 0.3 : 0.7, expects: closed ? ['case-closed'] : 'kept' },
      hand.owner,
      `${path}/withdraw`,
      { reason },
    ),
    told(house, { name: 'withdraws somebody else’s', weight: 0.2, expects: stranger }, 'dlh', `${path}/withdraw`, {
      reason,
    }),
    told(
      house,
      { name: 'withdraws without saying why', weight: 0.2, expects: ['invalid-fields'] },
      hand.owner,
      `${path}/withdraw`,
      {},
    ),
  ]
}
