import type { id as names } from '../i18n/words/resources.ts'

export type ResourceName = keyof typeof names
export type MenuSection = 'work' | 'watch' | 'settings'

/** What the menu holds, in its order: the day's work, watching over it, and what it goes by. */
const sections = {
  tasks: 'work',
  tray: 'work',
  applications: 'work',
  bills: 'work',
  register: 'work',
  messages: 'work',
  oversight: 'watch',
  calls: 'watch',
  services: 'settings',
  calendars: 'settings',
  mandates: 'settings',
} as const satisfies Record<ResourceName, MenuSection>

const order = Object.keys(sections)

/** What people reach for most, whatever else their role may see; a phone has it under the thumb. */
const reachedFor = ['tray', 'tasks', 'oversight', 'applications', 'register', 'services', 'calendars']

/** As many as stand side by side on 360 px with their names whole. */
const places = 5

/** Menus longer than this are told apart by sections. */
const longMenu = 7

export type Placed<Entry> = { section: MenuSection | null; entries: Entry[] }

/** The section a resource belongs to; the start page stands before all of them. */
export const sectionOf = (name: string): MenuSection | null => sections[name as ResourceName] ?? null

/** Sorted as the menu shows it. */
export function inMenuOrder<Entry extends { name: string }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
}

/** A long menu in its sections, a short one in one piece. */
export function bySection<Entry extends { name: string }>(entries: readonly Entry[], isLong: boolean): Placed<Entry>[] {
  if (!isLong) return [{ section: null, entries: [...entries] }]
  const named = [null, 'work', 'watch', 'settings'] as const
  return named
    .map((section) => ({ section, entries: entries.filter(({ name }) => sectionOf(name) === section) }))
    .filter((each) => each.entries.length > 0)
}

export const isLongMenu = (entries: readonly unknown[]): boolean => entries.length > longMenu

/** On a phone: the start page and the three that are reached for most, in the menu's order; the rest is a tap further. */
export function underThumb<Entry extends { name: string }>(
  entries: readonly Entry[],
): { first: Entry[]; rest: Entry[] } {
  if (entries.length <= places) return { first: [...entries], rest: [] }
  const rank = ({ name }: Entry) => {
    const at = reachedFor.indexOf(name)
    return sectionOf(name) === null ? -1 : at < 0 ? reachedFor.length : at
  }
  const most = new Set([...entries].sort((one, other) => rank(one) - rank(other)).slice(0, places - 1))
  return {
    first: entries.filter((entry) => most.has(entry)),
    rest: entries.filter((entry) => !most.has(entry)),
  }
}
