import { isClosed, stepKey } from '../../../../domain/case/state.ts'
import { isHuman } from '../../../../domain/service.ts'
import { file } from '../filing.ts'
import type { Walked } from '../plan.ts'
import { type Act, type Expected, type Scene, tell, told } from '../scene.ts'

const reason = 'Alasan yang cukup panjang untuk dicatat.'

/** A superior gives the case another course, where it can be and where it cannot. */
export function turnActs(scene: Scene): Act[] {
  return [...steps(scene), ...merges(scene), ...reopenings(scene), ...amendments(scene)]
}

const path = ({ hand }: Scene, what: string) => `/api/applications/${hand.receipt.id}/${what}`

/** Nobody stands above a village's own cases. */
function within({ hand }: Scene, expects: Expected): Expected {
  return hand.service === 'sktm' ? ['not-found', 'not-allowed'] : expects
}

function steps(scene: Scene): Act[] {
  const { house, now, flow } = scene
  const { state } = now
  if (state.added) return []
  const row = flow.tracks.main
  const begun = row.findLastIndex(({ code }) => state.steps[stepKey('main', code)])
  const body = { title: 'Pendapat lain', role: 'technical', agency: 'dinkes', days: 2, reason }
  return row.flatMap(({ code }, at) => {
    const late: Expected = isClosed(state) ? ['case-closed'] : ['step-passed']
    const isLate = isClosed(state) || state.track !== 'main' || at < begun
    const offer = {
      name: `adds a step after ${code}`,
      weight: isLate ? 0.05 : 0.15,
      expects: within(scene, isLate ? late : 'kept'),
    }
    return told(house, offer, 'supervisor', path(scene, 'steps'), { ...body, after: code })
  })
}

function merges(scene: Scene): Act[] {
  const { house, hand, now } = scene
  const closed = isClosed(now.state)
  const into = (number: string) => ({ into: number, reason })
  const itself = {
    name: 'merges it into itself',
    weight: 0.15,
    expects: within(scene, closed ? ['case-closed'] : ['unknown-number']),
  }
  const acts = [told(house, itself, 'supervisor', path(scene, 'merge'), into(now.number))]
  if (closed || hand.service === 'keberatan') return acts
  const twin = told(
    house,
    { name: 'merges it into its twin', weight: 0.25, expects: within(scene, 'kept') },
    'supervisor',
    path(scene, 'merge'),
    null,
  )
  const send = async () => {
    const other = await file(house, hand.service as Walked, hand.nik)
    if (!twin.said) throw new Error('nothing is said')
    twin.said.body = into(other.receipt.number)
    return tell(house, twin.said)
  }
  return [...acts, { ...twin, send }]
}

function reopenings(scene: Scene): Act[] {
  const { house, now, flow } = scene
  const isRefused = now.status === 'rejected' || now.status === 'lapsed'
  const expects: Expected = isRefused ? 'kept' : isClosed(now.state) ? ['case-closed'] : ['not-allowed-now']
  const from = flow.tracks.main.filter((step) => isHuman(step) || step.kind === 'consult' || step.kind === 'parallel')
  return from.map(({ code }) =>
    told(
      house,
      { name: `opens it again at ${code}`, weight: isRefused ? 1 : 0.1, expects: within(scene, expects) },
      'supervisor',
      path(scene, 'reopen'),
      { from: code, reason },
    ),
  )
}

function amendments(scene: Scene): Act[] {
  const { house, hand, now, flow } = scene
  const isGranted = now.status === 'approved' || now.status === 'deemed-approved'
  const isOurs = flow.issuer === 'own'
  const expects: Expected = !isOurs
    ? isClosed(now.state)
      ? ['not-allowed-now', 'case-closed']
      : ['not-allowed-now']
    : isGranted
      ? 'kept'
      : isClosed(now.state)
        ? ['case-closed']
        : ['not-allowed-now']
  const [name, value] = Object.entries(now.answers)[0] ?? []
  if (name === undefined || hand.service === 'keberatan') return []
  const body = { answers: { [name]: value }, reason }
  return [
    told(
      house,
      { name: 'amends the document', weight: isGranted ? 2 : 0.15, expects: within(scene, expects) },
      'supervisor',
      path(scene, 'amend'),
      body,
    ),
  ]
}
