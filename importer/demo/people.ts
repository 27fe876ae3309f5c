import type { Regions } from '../../catalogue/regions.ts'
import { parentOf } from '../../catalogue/regions.ts'
import type { DemoPerson } from '../../catalogue/schema/people.ts'
import type { DemoCases, DemoService } from './demo-cases.ts'
import type { Chance } from './random.ts'

/** Somebody who applies; made up, or a demo person who can sign in. */
export type Applicant = {
  name: string
  given: string
  woman: boolean
  /** `1991-08-14` */
  born: string
  nik: string
  phone: string
  village: string
  account: string | null
}

/** Made-up people of a regency, each with a NIK whose serial nobody has been given. */
export function peopleMaker(demo: DemoCases, region: string, regions: Regions, chance: Chance) {
  const villages = regions.villagesOf(region).map(({ code }) => code)
  const favourites: Record<string, number> = { ...demo.villages, elsewhere: 1 }
  const villageOf = () => {
    const chosen = chance.weighted(favourites)
    return chosen === 'elsewhere' ? chance.one(villages) : chosen
  }
  const nameOf = (woman: boolean) => {
    const given = chance.one(woman ? demo.women : demo.men)
    return { given, name: `${given} ${chance.one(woman ? demo.womensFamilies : demo.mensFamilies)}` }
  }
  return {
    villages,
    make({ women, ages }: Pick<DemoService, 'women' | 'ages'>, at: number): Applicant {
      const woman = chance.happens(women)
      const { name, given } = nameOf(woman)
      const [youngest, oldest] = ages
      const age = chance.between(youngest * 366, oldest * 365)
      const born = new Date(at - age * 86_400_000).toISOString().slice(0, 10)
      const village = villageOf()
      return {
        name,
        given,
        woman,
        born,
        nik: nikOf(village, born, woman, chance),
        phone: `0812${digits(chance, 8)}`,
        village,
        account: null,
      }
    },
    another: (woman: boolean) => {
      const born = `${chance.between(1965, 1998)}-0${chance.between(1, 9)}-1${chance.between(0, 9)}`
      return { name: nameOf(woman).name, nik: nikOf(villageOf(), born, woman, chance) }
    },
  }
}

export type PeopleMaker = ReturnType<typeof peopleMaker>

/** A demo person as an applicant; throws where the pack does not say who they are. */
export function applicantOf(person: DemoPerson): Applicant {
  const { name, nik, phone, village, email } = person
  if (!nik || !phone || !village) throw new RangeError(`${email} needs a NIK, a phone and a village to apply`)
  const day = Number(nik.slice(6, 8))
  const woman = day > 40
  const year = Number(nik.slice(10, 12))
  const century = year > new Date().getFullYear() % 100 ? 1900 : 2000
  const born = `${century + year}-${nik.slice(8, 10)}-${String(woman ? day - 40 : day).padStart(2, '0')}`
  return { name, given: name.split(' ')[0] ?? name, woman, born, nik, phone, village, account: email }
}

/** Serials from 9000 on: a district would have to register thousands on one birthday before it gave one of these. */
function nikOf(village: string, born: string, woman: boolean, chance: Chance): string {
  const district = (parentOf(village) ?? '').replaceAll('.', '')
  const [year = '', month = '', day = ''] = born.split('-')
  const shown = String(Number(day) + (woman ? 40 : 0)).padStart(2, '0')
  return `${district}${shown}${month}${year.slice(2)}9${digits(chance, 3)}`
}

export function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => chance.between(0, 9)).join('')
}
