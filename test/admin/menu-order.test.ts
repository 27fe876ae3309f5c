import { packRules } from '@casl/ability/extra'
import { describe, expect, it } from 'vitest'
import { id as resources } from '../../admin/src/i18n/words/resources.ts'
import { bySection, inMenuOrder, isLongMenu, underThumb } from '../../admin/src/layout/menu-order.ts'
import { allows } from '../../admin/src/providers/access.ts'
import { abilityOf } from '../../admin/src/providers/me.ts'
import { type HeldRole, rulesFor } from '../../domain/policy/index.ts'

type Place = Omit<HeldRole, 'role'>
const dpmptsp: Place = { agency: 'dpmptsp', village: null, servicePoint: null }
const village: Place = { agency: null, village: '35.10.13.2013', servicePoint: null }

/** The menu of somebody who holds this role. */
function menuOf(role: HeldRole['role'], place = dpmptsp) {
  const ability = abilityOf({ abilities: packRules(rulesFor('p1', [{ role, ...place }])) })
  const may = Object.keys(resources).filter((name) => allows({ ability }, name, 'list'))
  return [{ name: 'home' }, ...inMenuOrder(may.map((name) => ({ name })))]
}
const names = (entries: { name: string }[]) => entries.map(({ name }) => name)

describe('a phone’s menu', () => {
  it.each([
    ['verifier', dpmptsp, ['home', 'tasks', 'applications', 'register']],
    ['signer', dpmptsp, ['home', 'tasks', 'tray', 'applications']],
    ['village-head', village, ['home', 'tasks', 'tray', 'oversight']],
    ['supervisor', dpmptsp, ['home', 'tasks', 'applications', 'oversight']],
    ['admin', dpmptsp, ['home', 'tasks', 'applications', 'oversight']],
  ] as const)('holds what a %s reaches for most', (role, place, most) => {
    const menu = menuOf(role, place)
    const { first, rest } = underThumb(menu)
    expect(names(first)).toEqual(most)
    expect(names([...first, ...rest]).sort()).toEqual(names(menu).sort())
  })

  it('leaves nothing for a sheet where all of it has room', () => {
    expect(underThumb(menuOf('catalogue-editor'))).toEqual({
      first: [{ name: 'home' }, { name: 'services' }, { name: 'calendars' }],
      rest: [],
    })
  })
})

describe('the menu at a desk', () => {
  const placed = (role: HeldRole['role'], place = dpmptsp) => {
    const menu = menuOf(role, place)
    return bySection(menu, isLongMenu(menu)).map(({ section, entries }) => [section, names(entries)])
  }

  it('is one piece while it is short', () => {
    expect(placed('verifier')).toEqual([
      [null, ['home', 'tasks', 'applications', 'bills', 'register', 'messages', 'services']],
    ])
  })

  it('tells the work, watching over it and what it goes by apart when it is long', () => {
    expect(placed('admin')).toEqual([
      [null, ['home']],
      ['work', ['tasks', 'applications', 'bills', 'register', 'messages']],
      ['watch', ['oversight', 'calls']],
      ['settings', ['services', 'calendars', 'mandates']],
    ])
    expect(placed('signer').map(([section]) => section)).toEqual([null, 'work', 'settings'])
  })
})
