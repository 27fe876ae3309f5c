import { randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { z } from 'zod'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import { Job } from '../../contracts/jobs.ts'
import { TrayRow } from '../../contracts/tray.ts'
import { inParallel } from '../../infra/in-parallel.ts'
import { type CaseApiHouse, passphrase } from './case-api-house.ts'

export const toSign = ({ number }: Pick<ApplicationReceipt, 'number'>) => `${number}:tanda-tangan`

/** The village head at their tray. */
export function trayHands(house: CaseApiHouse) {
  const job = async (id: string) => Job.parse((await house.getAs('kades', `/api/jobs/${id}`)).json)
  return {
    job,
    letters: async (count: number): Promise<ApplicationReceipt[]> => {
      const filed: ApplicationReceipt[] = []
      await inParallel(Array.from({ length: count }), 4, async (_, place) => {
        filed[place] = await house.file('sktm')
      })
      return filed
    },
    /** The rows of these letters, as the tray shows them. */
    async tray(letters: Pick<ApplicationReceipt, 'number'>[]): Promise<TrayRow[]> {
      const answer = await house.getAs('kades', '/api/tray')
      expect(answer.status, answer.text).toBe(200)
      const rows = z.array(TrayRow).parse(answer.json)
      expect(rows, 'nothing that the contract does not name').toEqual(answer.json)
      const ids = letters.map(toSign)
      return rows.filter(({ id }) => ids.includes(id))
    },
    async sign(tasks: string[], secret = passphrase, key: string = randomUUID()): Promise<Job> {
      const body = { tasks: tasks.map((id) => ({ id })), signing: { passphrase: secret } }
      const answer = await house.postAs('kades', '/api/tasks/sign', body, { key })
      expect(answer.status, answer.text).toBe(202)
      expect(answer.headers.get('location')).toBe(`/api/jobs/${(answer.json as Job).id}`)
      return Job.parse(answer.json)
    },
    ended: async ({ id }: Pick<Job, 'id'>): Promise<Job> =>
      vi.waitFor(
        async () => {
          const now = await job(id)
          expect(now.doneAt).not.toBeNull()
          return now
        },
        { timeout: 90_000, interval: 100 },
      ),
  }
}

export const told = ({ rows }: Job) => rows.map(({ state, code }) => (code ? `${state} ${code}` : state))
