import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packFiles } from '../../catalogue/pack/pack.ts'
import { DemoPeople } from '../../catalogue/schema/people.ts'
import { localPacks } from './settings.ts'

/** What every demo person signs in with; the demo is refused in production. */
export const demoPassword = 'lontar-demo'

/** The demo people of one regency's pack, for the last words of a start. Throws when the pack's file is wrong. */
export function demoPeople(regency: string): Array<{ title: string; email: string }> {
  return localPacks(regency).flatMap((pack) => {
    const { people } = DemoPeople.parse(JSON.parse(readFileSync(join(pack, packFiles.people), 'utf8')))
    return people.map(({ title, email }) => ({ title: title.en, email }))
  })
}
