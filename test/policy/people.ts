import { createMongoAbility, type MongoAbility, subject } from '@casl/ability'
import type { Action, HeldRole, Resource } from '../../domain/policy/index.ts'
import { rulesFor } from '../../domain/policy/index.ts'
import type { Role } from '../../domain/service.ts'

const nowhere = { agency: null, village: null, servicePoint: null }

/** Officers of two agencies, two villages and two service points, and a citizen who holds no role. */
export const people = {
  warga: [],
  verifier: [held('verifier', { agency: 'dpmptsp' })],
  technical: [held('technical', { agency: 'dinkes' })],
  'section-head': [held('section-head', { agency: 'dpmptsp' })],
  signer: [held('signer', { agency: 'dpmptsp' })],
  counter: [held('counter', { agency: 'disnaker', servicePoint: 'mpp' })],
  'village-operator': [held('village-operator', { village: '35.10.01.2001' })],
  'village-head': [held('village-head', { village: '35.10.01.2001' })],
  supervisor: [held('supervisor', { agency: 'dpmptsp' })],
  'catalogue-editor': [held('catalogue-editor', {})],
  admin: [held('admin', {})],
} satisfies Record<string, HeldRole[]>
export type PersonName = keyof typeof people
export const everyone = Object.keys(people) as PersonName[]

/** Asks the permission table itself, as the API and the screens do; each person's account is their name. */
export function can(person: PersonName, action: Action, resource: Resource, document?: object): boolean {
  const ability = createMongoAbility<MongoAbility>(rulesFor(person, people[person]))
  return ability.can(action, document ? subject(resource, { ...document }) : resource)
}

/** Those of the people who may. */
export const whoCan = (action: Action, resource: Resource, document?: object) =>
  everyone.filter((person) => can(person, action, resource, document))

/** A case of DPMPTSP with a step at Dinkes, filed by somebody at home. */
export const licence = {
  agencies: ['dpmptsp', 'dinkes'],
  village: null,
  servicePoint: null,
  channel: 'portal',
  applicant: { account: 'somebody' },
  filedBy: 'somebody',
}

/** A letter of the village, filed there for somebody without an account. */
export const villageLetter = {
  agencies: [],
  village: '35.10.01.2001',
  servicePoint: null,
  channel: 'village',
  applicant: { account: null },
  filedBy: 'a-colleague',
}

export function held(role: Role, jurisdiction: Partial<HeldRole>): HeldRole {
  return { ...nowhere, ...jurisdiction, role }
}
