import { describe, expect, it } from 'vitest'
import { type Desk, moveOf } from '../../../domain/authority/hand-over.ts'
import type { HandOver } from '../../../domain/case/state.ts'

type Office = { here?: string[]; away?: string[]; standIn?: Record<string, string> }

/** A desk whose officials are here or away, and whoever stands in for them. */
function desk({ here = [], away = [], standIn = {} }: Office): Desk {
  return {
    holds: (account) => [...here, ...away, ...Object.values(standIn)].includes(account),
    isAway: (account) => away.includes(account),
    present: here,
    away,
    standInFor: (official) => standIn[official] ?? null,
  }
}
const offered = (from: string | null): HandOver => ({ from, reason: 'absence', at: 0, offered: true })
const move = (assignee: string | null, office: Office, handOver: HandOver | null = null) =>
  moveOf({ assignee, handOver }, desk(office))

describe('a task whose holder is away', () => {
  it('is offered to whoever stands in', () => {
    expect(move('kadis', { away: ['kadis'], standIn: { kadis: 'kabid' } })).toEqual({
      officer: 'kabid',
      reason: 'absence',
    })
  })
  it('is open to the desk where nobody stands in but a colleague is here', () => {
    expect(move('vera', { away: ['vera'], here: ['budi'] })).toEqual({ officer: null, reason: 'absence' })
  })
  it('stays where nobody else could act', () => {
    expect(move('kadis', { away: ['kadis'] })).toBeNull()
  })
  it('comes back with its holder, from the stand-in or from the desk', () => {
    expect(move('kabid', { here: ['kadis'], standIn: { kadis: 'kabid' } }, offered('kadis'))).toEqual({
      officer: 'kadis',
      reason: 'returned',
    })
    expect(move(null, { here: ['vera', 'budi'] }, offered('vera'))).toEqual({ officer: 'vera', reason: 'returned' })
  })
  it('stays with whoever took it up', () => {
    const taken = { ...offered('kadis'), offered: false }
    expect(move('kabid', { here: ['kadis'], standIn: { kadis: 'kabid' } }, taken)).toBeNull()
  })
})

describe('a task that nobody holds', () => {
  it('is offered to the stand-in while every official of the desk is away, and goes back to the desk with them', () => {
    const standIn = { kadis: 'kabid' }
    expect(move(null, { away: ['kadis'], standIn })).toEqual({ officer: 'kabid', reason: 'absence' })
    expect(move(null, { away: ['kadis'], here: ['wakil'], standIn })).toBeNull()
    expect(move('kabid', { here: ['kadis'], standIn }, offered(null))).toEqual({ officer: null, reason: 'returned' })
  })
})

describe('a task whose holder no longer sits at the desk', () => {
  it('goes to the desk', () => {
    expect(move('gone', { here: ['vera'] })).toEqual({ officer: null, reason: 'left' })
    expect(move('gone', {})).toEqual({ officer: null, reason: 'left' })
  })
  it('goes back to the official where a stand-in held it, else to the desk', () => {
    const taken = { ...offered('kadis'), offered: false }
    expect(move('kabid', { here: ['kadis'] }, taken)).toEqual({ officer: 'kadis', reason: 'mandate-ended' })
    expect(move('kabid', { away: ['kadis'] }, taken)).toEqual({ officer: null, reason: 'mandate-ended' })
  })
})
