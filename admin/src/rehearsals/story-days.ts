import type { RehearsalStory } from '../../../contracts/rehearsals.ts'

type Line = RehearsalStory['lines'][number]
type Message = RehearsalStory['told'][number]

/** What happened at one line of the case, and who was told of it; a message that no line explains stands alone. */
export type Moment = { seq: number; at: string; line: Line | null; told: Message[] }

/** `later`: days since the day before in the story, 0 for the first. */
export type StoryDay = { day: string; later: number; moments: Moment[] }

const dayMs = 86_400_000

/** A story day by day, from its beginning. */
export function storyDays({ lines, told }: RehearsalStory, localDay: (at: string) => string): StoryDay[] {
  const moments = new Map<number, Moment>()
  for (const line of lines) moments.set(line.seq, { seq: line.seq, at: line.at, line, told: [] })
  for (const message of told) {
    // A message has a line of its own behind the one that caused it, which is not told.
    const cause = lines.findLast(({ seq, at }) => seq <= message.seq && at === message.at)
    const { seq, at } = cause ?? message
    const known = moments.get(seq) ?? { seq, at, line: null, told: [] }
    moments.set(seq, { ...known, told: [...known.told, message] })
  }
  const days = Map.groupBy(
    [...moments.values()].sort((a, b) => a.seq - b.seq),
    ({ at }) => localDay(at),
  )
  const order = [...days.keys()]
  return order.map((day, place) => {
    const before = order[place - 1]
    const later = before === undefined ? 0 : Math.round((Date.parse(day) - Date.parse(before)) / dayMs)
    return { day, later, moments: days.get(day) ?? [] }
  })
}

/** How many messages each was told, those with most first. */
export function toldCounts({ told }: RehearsalStory): { to: string; count: number }[] {
  const by = Map.groupBy(told, ({ to }) => to)
  return [...by].map(([to, own]) => ({ to, count: own.length })).sort((a, b) => b.count - a.count)
}
