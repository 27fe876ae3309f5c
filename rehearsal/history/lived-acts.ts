import type { TimelineEvent } from '../../domain/case/events.ts'
import { isBeside, isCorrectionClock } from '../../domain/case/state.ts'
import type { ToldAct } from '../../importer/story/told.ts'
import type { ClosedCase } from './closed-cases.ts'

/** What people did, in their order; or why no story can tell it. */
export function livedActs({ application, lines, acts }: ClosedCase): { acts: ToldAct[] } | { untold: string } {
  const told: ToldAct[] = []
  for (const line of lines) {
    const { type, data, at } = line
    const untold = beyondAStory(line)
    if (untold) return { untold }
    if (type === 'withdrawn') told.push({ kind: 'withdraw', reason: '', at })
    if (type === 'corrected') {
      const said = acts.get(data.correctionId)
      told.push({ kind: 'correct', answers: said?.kind === 'correction' ? said.content.answers : null, note: null, at })
    }
    if (type !== 'task-decided') continue
    const task = application.state.tasks[data.task]
    if (!task || task.seat) return { untold: 'beberapa instansi menilai bersamaan' }
    if (isBeside(task)) continue
    const deficiencies = data.decision === 'return' ? [{ target: 'other' as const, name: '', message: '' }] : []
    told.push({ kind: 'decide', step: task.step, decision: data.decision, officer: null, note: null, deficiencies, at })
  }
  return { acts: told }
}

/** What a case lived through that its people's decisions alone do not bring about. */
function beyondAStory({ type, data }: TimelineEvent): string | null {
  switch (type) {
    case 'reopened':
      return 'dibuka kembali'
    case 'merged':
      return 'digabungkan dengan permohonan lain'
    case 'step-added':
      return 'diberi langkah tambahan'
    case 'visit-arrived':
      return 'ada kunjungan lapangan'
    case 'call-answered':
      return data.outcome === 'refused' ? 'ditolak oleh sistem luar' : null
    case 'rung-reached':
      return data.actions.some(({ kind }) => kind === 'lapse') && !isCorrectionClock(data.clock)
        ? 'ditutup karena tidak dibayar'
        : null
    default:
      return null
  }
}
