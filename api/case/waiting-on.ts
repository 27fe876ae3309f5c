import type { WaitingOn } from '../../contracts/applications.ts'
import type { LocalText } from '../../contracts/common.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { CaseWords } from './words.ts'

const applicant: LocalText = { id: 'Pemohon', en: 'The applicant' }
const system: LocalText = { id: 'Sistem layanan', en: 'The system' }
const nobody: LocalText = { id: 'Tidak ada; permohonan selesai', en: 'Nobody; the case is closed' }

/** Whom the case waits on and until when, in words. */
export function presentWaitingOn({ waiting, state }: ApplicationRecord, words: CaseWords): WaitingOn {
  return inWords({ waiting, state }, words)
}

/** On whom it waits at the same time, where several were asked at once or branches walk side by side. */
export function presentAlsoWaitingOn({ alsoWaiting, state }: ApplicationRecord, words: CaseWords): WaitingOn[] {
  return alsoWaiting.map((waiting) => inWords({ waiting, state }, words))
}

function inWords({ waiting, state }: Pick<ApplicationRecord, 'waiting' | 'state'>, words: CaseWords): WaitingOn {
  const { kind, step, until, agency } = waiting
  return {
    kind,
    who: whoIs({ waiting, state }, words),
    step: step ? words.step(state.track, step) : null,
    until: until?.toISOString() ?? null,
    since: waiting.since?.toISOString() ?? null,
    timeOf: kind === 'outside' && agency ? words.office({ role: 'verifier', agency }) || null : null,
  }
}

function whoIs({ waiting, state }: Pick<ApplicationRecord, 'waiting' | 'state'>, words: CaseWords): LocalText {
  switch (waiting.kind) {
    case 'applicant':
    case 'payment':
      return applicant
    case 'outside':
      return waiting.system ? { id: waiting.system.toUpperCase(), en: waiting.system.toUpperCase() } : system
    case 'nobody':
      return nobody
    case 'system':
      return system
    case 'office': {
      const desk = waiting.task ? state.tasks[waiting.task]?.desk : undefined
      const office = desk ? words.office(desk) : ''
      return office === '' ? system : { id: office, en: office }
    }
  }
}
