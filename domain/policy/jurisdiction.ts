import { watcher } from '../case/state.ts'
import type { Condition, HeldRole, Resource, Scope } from './vocabulary.ts'

type Person = { account: string; held: HeldRole }

/**
 * What a scope means on the documents of a resource; several conditions are alternatives, none means: reaches nothing.
 *
 * Documents, bills, messages and files hang on a case and are seen by whoever sees it: their conditions name the case's fields
 * under `case.`, so ask with `{ case: application }` in hand, or keep those fields on the stored document.
 */
export function jurisdiction(resource: Resource, scope: Scope, person: Person): Condition[] {
  switch (resource) {
    case 'application':
      return caseIn(scope, person)
    case 'task':
      return taskIn(scope, person)
    case 'document':
    case 'bill':
    case 'call':
      return underCase(caseIn(scope, person))
    case 'message':
      return scope === 'own' ? [{ way: 'in-app', to: person.account }] : underCase(caseIn(scope, person))
    case 'file':
      return scope === 'own'
        ? [{ owner: person.account }, ...underCase(caseIn(scope, person))]
        : underCase(caseIn(scope, person))
    case 'service':
    case 'calendar':
    case 'rehearsal':
      return scope === 'regency' ? [{}] : []
    case 'job':
      return scope === 'own' ? [{ by: person.account }] : []
    case 'oversight':
      return sitsNowhere(scope, person)
        ? []
        : officeIn(scope, person, { own: 'officer', agency: 'agency', village: 'village' })
    case 'person':
      return personIn(scope, person)
    case 'register':
      return entryIn(scope, person)
    case 'mandate':
      return officeIn(scope, person, { own: 'holder', agency: 'agency', village: 'village' })
    case 'absence':
      return sitsNowhere(scope, person)
        ? []
        : officeIn(scope, person, { own: 'account', agency: 'agencies', village: 'villages' })
  }
}

function caseIn(scope: Scope, { account, held }: Person): Condition[] {
  switch (scope) {
    case 'own':
      return [{ 'applicant.account': account }, { filedBy: account }]
    case 'filing':
      return filedAs(held).map((way) => ({ ...way, filedBy: account }))
    case 'assisted':
      return filedAs(held)
    case 'agency':
      return held.agency === null ? [] : [{ agencies: held.agency }]
    case 'village':
      return held.village === null ? [] : [{ village: held.village }]
    case 'service-point':
      return held.servicePoint === null ? [] : [{ servicePoint: held.servicePoint }]
    case 'regency':
      return [{}]
    case 'desk':
    case 'seat':
    case 'held':
    case 'watched':
    case 'issued':
      return []
  }
}

/** The channel and place a role files by: a counter cannot say it was the citizen at home, nor stand elsewhere. */
function filedAs({ role, servicePoint, village }: HeldRole): Condition[] {
  if (role === 'citizen') return [{ channel: 'portal' }, { channel: 'kiosk' }]
  if (role === 'counter' && servicePoint !== null) return [{ channel: 'counter', servicePoint }]
  if (role === 'village-operator' && village !== null) return [{ channel: 'village', village }]
  return []
}

function taskIn(scope: Scope, { account, held }: Person): Condition[] {
  const assignee = scope === 'held' ? account : { $in: [null, account] }
  switch (scope) {
    case 'desk':
    case 'held':
      return place(held).map((where) => ({ roles: held.role, ...where, assignee }))
    case 'watched':
      return held.agency === null ? [] : [{ watchers: watcher(held.role, held.agency) }]
    case 'seat':
      return place(held).map((where) => ({ role: held.role, ...where, assignee }))
    case 'agency':
      return held.agency === null ? [] : [{ agency: held.agency }]
    case 'village':
      return held.village === null ? [] : [{ village: held.village }]
    case 'service-point':
      return held.servicePoint === null ? [] : [{ servicePoint: held.servicePoint }]
    case 'regency':
      return [{}]
    case 'own':
    case 'filing':
    case 'assisted':
    case 'issued':
      return []
  }
}

/** A desk stands in an agency or in a village; a role without either sits nowhere. */
function place(held: HeldRole): Condition[] {
  if (held.agency !== null) return [{ agency: held.agency }]
  return held.village === null ? [] : [{ village: held.village }]
}

/** What is an officer's own is so at a desk alone. */
const sitsNowhere = (scope: Scope, { held }: Person) => scope === 'own' && place(held).length === 0

/** A licence is seen where its case was seen, and touched only by the office that issued it. */
function entryIn(scope: Scope, person: Person): Condition[] {
  const { account, held } = person
  switch (scope) {
    case 'own':
      return [{ 'holder.account': account }]
    case 'issued': {
      const office = held.agency ?? held.village
      return office === null ? [] : [{ agency: office }]
    }
    case 'agency':
    case 'village':
    case 'service-point':
    case 'regency':
      return caseIn(scope, person)
    case 'filing':
    case 'assisted':
    case 'desk':
    case 'seat':
    case 'held':
    case 'watched':
      return []
  }
}

function personIn(scope: Scope, person: Person): Condition[] {
  return officeIn(scope, person, { own: 'account', agency: 'agency', village: 'village' })
}

/** What belongs to people and their offices, under the names its fields have. */
function officeIn(
  scope: Scope,
  { account, held }: Person,
  fields: Record<'own' | 'agency' | 'village', string>,
): Condition[] {
  if (scope === 'own') return [{ [fields.own]: account }]
  if (scope === 'agency') return held.agency === null ? [] : [{ [fields.agency]: held.agency }]
  if (scope === 'village') return held.village === null ? [] : [{ [fields.village]: held.village }]
  return scope === 'regency' ? [{}] : []
}

const underCase = (conditions: Condition[]): Condition[] =>
  conditions.map((condition) =>
    Object.fromEntries(Object.entries(condition).map(([field, wanted]) => [`case.${field}`, wanted])),
  )
