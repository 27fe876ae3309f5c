import { parentOf, type Regions } from '../regions.ts'
import type { Letterhead, VillageOffices } from '../schema/offices.ts'
import { isKelurahan, villageTitle } from './labels.ts'

export type Village = { code: string; name: string; district: string }

/** "Desa Rogojampi" in the district "Rogojampi". Throws RangeError for a code that no village has. */
export function villageNamed(regions: Regions, code: string): Village {
  const district = parentOf(code)
  if (!district) throw new RangeError(`${code} is no village`)
  return { code, name: villageTitle(regions, code), district: regions.nameOf(district) }
}

export type VillageOffice = { name: string; short: string; place: string; head: string; letterhead: Letterhead }

/** The office of one village, made of what the pack says of all. Throws RangeError for one outside the regency. */
export function villageOffice(villages: VillageOffices, regions: Regions, code: string): VillageOffice {
  if (!code.startsWith(`${villages.within}.`)) throw new RangeError(`${code} is no village of ${villages.within}`)
  const { name: title, district } = villageNamed(regions, code)
  const name = regions.nameOf(code)
  const { head, letterhead } = isKelurahan(code) ? villages.kelurahan : villages.desa
  const words: Record<string, string> = { name, district, NAME: name.toUpperCase(), DISTRICT: district.toUpperCase() }
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole)
  return {
    name: `Pemerintah ${title}`,
    short: title,
    place: name,
    head: `${head} ${name}`,
    letterhead: {
      above: letterhead.above.map(fill),
      name: fill(letterhead.name),
      address: letterhead.address.map(fill),
    },
  }
}
