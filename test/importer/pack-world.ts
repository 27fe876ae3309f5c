import { readPack } from '../../catalogue/pack/read-pack.ts'
import { compileCalendar } from '../../domain/working-time/index.ts'
import { type ImportWorld, readWorld, type WorldSource } from '../../importer/world.ts'

/** Banyuwangi's pack as rows are checked against it, with accounts named after the e-mail. */
export async function packWorld(now: number): Promise<ImportWorld> {
  const pack = await readPack('packs/banyuwangi')
  const letters = Object.fromEntries(pack.letters.map((letter) => [letter.code, letter]))
  const source: WorldSource = {
    regency: async () => pack.regency,
    services: async () => pack.services.map((definition) => ({ definition, version: 1, letters })),
    calendar: async (code) => {
      const calendar = pack.calendars.find((each) => each.code === code)
      if (!calendar) throw new RangeError(code)
      return compileCalendar(calendar)
    },
    points: async () => pack.servicePoints,
    accounts: async (emails) => new Map(emails.map((email) => [email, `akun-${email.split('@')[0]}`])),
  }
  return readWorld(
    source,
    pack.people.map(({ email }) => email),
    now,
  )
}
