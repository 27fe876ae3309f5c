import type { DemoPerson } from '../../../catalogue/schema/people.ts'
import type { Desk, Role } from '../../../domain/service.ts'

const title = { id: 'Untuk pengujian', en: 'For tests' }
const person = { title, memberships: [] as DemoPerson['memberships'] }

/** Beside the pack's people: an applicant for whoever they say they are, and colleagues at two of the desks. */
export const more: DemoPerson[] = [
  { ...person, email: 'pemohon@demo.test', name: 'Wahyu Pemohon', home: 'portal' },
  {
    ...person,
    email: 'verifikator2@demo.test',
    name: 'Rekan Verifikator',
    home: 'admin',
    memberships: [{ role: 'verifier', agency: 'dpmptsp' }],
  },
  {
    ...person,
    email: 'teknis2@demo.test',
    name: 'Rekan Teknis',
    home: 'admin',
    memberships: [{ role: 'technical', agency: 'dinkes' }],
  },
]

const sitting: Record<string, string[]> = {
  'counter dpmptsp': ['loket'],
  'counter disnaker': ['disnaker'],
  'verifier dpmptsp': ['verifikator', 'verifikator2'],
  'verifier dispendukcapil': ['dukcapil'],
  'technical dinkes': ['teknis', 'teknis2'],
  'technical dpu-ckpp': ['dpuckpp'],
  'technical dlh': ['dlh'],
  'technical dishub': ['dishub'],
  'section-head dpmptsp': ['kabid'],
  'signer dpmptsp': ['kadis'],
  'signer dpu-ckpp': ['kadispu'],
  'supervisor dpmptsp': ['supervisor'],
  'village-head': ['kades'],
  'village-operator': ['desa'],
}

/** Who sits at a desk, the usual officer first. */
export function sitsAt(desk: Desk): string[] {
  const found = sitting['agency' in desk ? `${desk.role} ${desk.agency}` : desk.role]
  if (!found) throw new RangeError(`nobody sits at ${JSON.stringify(desk)}`)
  return found
}

/** Who sits where a row of the inbox lies. */
export function sitterOf({ role, agency }: { role: Role; agency: string | null }): string {
  const [usual = ''] = sitsAt(agency === null ? { role, village: 'of-application' } : { role, agency })
  return usual
}

const colleagues = more.map(({ email }) => email.split('@')[0] ?? '')

/** The pack's officers, by the name before their address. */
export const officers = ['supervisor', ...Object.values(sitting).flat()].filter(
  (name, index, all) => all.indexOf(name) === index && !colleagues.includes(name),
)

/** Everybody who acts in a walk. */
export const everybody = [...officers, ...colleagues, 'admin']
