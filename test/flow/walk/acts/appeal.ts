import type { ApplicationReceipt } from '../../../../contracts/applications.ts'
import { isClosed } from '../../../../domain/case/state.ts'
import { settleAppeals } from '../../../../engine/settle-appeals.ts'
import { type Act, type Answered, done, type Expected, type Hand, type Scene, told } from '../scene.ts'

const body = {
  answers: { alasan: 'STR saya sah dan sudah saya lampirkan.', permintaan: 'Periksa kembali.' },
  documents: [],
}

/** Objecting to a decision, which is a case of its own; and from there back to the case objected to. */
export function appealActs(scene: Scene): Act[] {
  const { house, hand, now, original } = scene
  if (original) return isClosed(now.state) ? [carriedOut(scene, original)] : []
  const isHeard = now.status === 'rejected' && hand.service === 'sip-bidan'
  const expects: Expected = isHeard
    ? { or: ['appealed-already', 'appeal-too-late'] }
    : ['not-allowed-now', 'case-closed']
  const offer = {
    name: 'objects to the decision',
    weight: isHeard ? 3 : 0.1,
    expects,
    ...(isHeard ? { leadsTo: objectionOf(scene) } : {}),
  }
  return [told(house, offer, hand.owner, `/api/applications/${hand.receipt.id}/appeal`, body)]
}

/** Filing it changes nothing of the case itself. */
function objectionOf({ hand }: Scene) {
  return async ({ status, text }: Answered): Promise<Hand> =>
    status === 201 ? { ...hand, service: 'keberatan', receipt: JSON.parse(text) as ApplicationReceipt } : hand
}

/** What was granted opens the first case again; what was refused leaves it as it was. */
function carriedOut({ house, now }: Scene, original: Hand): Act {
  const isGranted = now.status === 'approved' || now.status === 'deemed-approved'
  return {
    name: 'the objection is carried out',
    weight: 20,
    expects: 'nothing',
    leadsTo: async () => original,
    send: async () => {
      await settleAppeals(house.engine, house.api.deps.log)
      if (isGranted) await house.until(original.receipt.id, { closedAt: null })
      return done
    },
  }
}
