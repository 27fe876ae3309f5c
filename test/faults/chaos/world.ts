import { randomUUID } from 'node:crypto'
import { CalendarDetail } from '../../../contracts/calendars.ts'
import type { WalkHouse } from '../../flow/walk/house.ts'

const dayMs = 86_400_000

/** What happens around the cases, one thing at a time, as the dice say: days off, stand-ins, people away. */
export function openWorld(house: WalkHouse) {
  const told: string[] = []
  const announced = new Map<string, string[]>()
  const undone: (() => Promise<void>)[] = []

  async function say(who: string, path: string, body: unknown): Promise<Record<string, unknown> | null> {
    const answer = await house.postAs(who, path, body, { key: randomUUID() })
    told.push(`${who} ${path}: ${answer.status}`)
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status} ${answer.text}`)
    return answer.status < 300 ? (answer.json as Record<string, unknown>) : null
  }

  const read = async (code: string) =>
    CalendarDetail.parse((await house.getAs('katalog', `/api/calendars/${code}`)).json)

  async function change(code: string, what: object): Promise<boolean> {
    const { version } = await read(code)
    const letter = { reason: 'Penyesuaian hari kerja daerah', source: `Surat Edaran Bupati 003/${version}/2026` }
    return (await say('katalog', `/api/calendars/${code}/changes`, { version, ...what, ...letter })) !== null
  }

  /** A day in the coming months is off that was not: decreed late, as cuti bersama is. */
  async function announce(code: string, thrown: number): Promise<void> {
    const closed = new Set((await read(code)).closures.map(({ date }) => date))
    const days = Array.from({ length: 60 }, (_, day) => dayAhead(1 + ((thrown + day) % 60)))
    const date = days.find((each) => !closed.has(each)) ?? dayAhead(61)
    const name = { id: 'Cuti bersama tambahan', en: 'Additional joint leave' }
    if (await change(code, { closures: [{ date, kind: 'cuti-bersama', name }] }))
      announced.set(code, [...(announced.get(code) ?? []), date])
  }

  async function takeBack(code: string): Promise<void> {
    const [date, ...others] = announced.get(code) ?? []
    if (date && (await change(code, { withdraws: [date] }))) announced.set(code, others)
  }

  async function standIn(): Promise<void> {
    const mandate = await say('admin', '/api/mandates', {
      kind: 'plh',
      holder: house.accountOf('kabid'),
      for: house.accountOf('kadis'),
      role: 'signer',
      agency: 'dpmptsp',
      from: new Date().toISOString(),
      until: new Date(Date.now() + 30 * dayMs).toISOString(),
      letter: { number: `800/${told.length}/2026`, date: dayAhead(0) },
    })
    if (mandate)
      undone.push(
        async () =>
          void (await say('admin', `/api/mandates/${mandate.id}/end`, { reason: 'Pejabat kembali bertugas' })),
      )
  }

  async function away(name: string): Promise<void> {
    const absence = await say('admin', '/api/absences', {
      account: house.accountOf(name),
      from: new Date().toISOString(),
      until: new Date(Date.now() + 3 * dayMs).toISOString(),
      reason: 'leave',
    })
    if (absence) undone.push(async () => void (await say('admin', `/api/absences/${absence.id}/end`, {})))
  }

  const happenings: ((thrown: number) => Promise<void>)[] = [
    (thrown) => announce('banyuwangi', thrown),
    (thrown) => announce('desa', thrown),
    () => takeBack('banyuwangi'),
    () => takeBack('desa'),
    () => standIn(),
    (thrown) => away(['verifikator', 'teknis', 'verifikator2', 'kadis'][thrown % 4] ?? 'teknis'),
    async () => undone.shift()?.(),
  ]

  return {
    told,
    /** Each kind of thing happens once before the dice are thrown. Throws where one is refused. */
    async begin(): Promise<void> {
      await Promise.all([announce('banyuwangi', 1), announce('desa', 1), standIn(), away('verifikator')])
      const refused = told.filter((line) => !/: 20[01]$/.test(line))
      if (refused.length > 0) throw new Error(`the world stands still: ${refused.join('; ')}`)
    },
    async next(thrown: number): Promise<void> {
      await happenings[thrown % happenings.length]?.(Math.floor(thrown / happenings.length))
    },
    /** Waits until every announced day has been carried to every open case. */
    async settled(): Promise<boolean> {
      const all = await Promise.all(['banyuwangi', 'desa'].map(read))
      return all.every(({ versions }) => versions.every(({ spread }) => spread === null || spread.finishedAt !== null))
    },
  }
}

const dayAhead = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)
