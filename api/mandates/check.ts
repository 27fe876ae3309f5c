import type { GiveMandate } from '../../contracts/mandates.ts'
import { longestMandateDays } from '../../domain/authority/mandate.ts'
import type { MandateRecord } from '../../models/authority/mandate.ts'
import { currentVersion, officeOf } from '../../models/catalogue/catalogue.ts'
import { type MembershipRecord, membershipsOf } from '../../models/membership.ts'
import { type FieldError, fieldError, invalidFields } from '../errors/problems.ts'
import { checkDays } from './days.ts'

/**
 * Whether such a mandate can be: officers who are what it says, dates that can be meant. Answers the position it is for, and
 * the service point its official serves at. Throws 422 naming every field.
 */
export async function checkMandate(
  asked: GiveMandate,
  now: number,
): Promise<Pick<MandateRecord, 'position' | 'servicePoint'>> {
  const office = officeCode(asked)
  const errors = [...checkKind(asked), ...checkDays(asked, { longest: longestMandateDays, words: daysWords, now })]
  const official = office === null ? undefined : await officialOf(asked, office, now)
  if (office === null) errors.push(noOffice)
  else if (asked.for !== undefined && !official) errors.push(notOfficial)
  errors.push(...(await checkHolder(asked, office)), ...(await checkServices(asked)))
  const position = asked.position ?? official?.position ?? (office === null ? null : await headOf(asked, office))
  if (!position) errors.push(noPosition)
  if (errors.length > 0 || !position) throw invalidFields(errors, 422)
  return { position, servicePoint: official?.servicePoint ?? null }
}

const officeCode = ({ agency, village }: GiveMandate): string | null =>
  agency !== undefined && village !== undefined ? null : (agency ?? village ?? null)

function checkKind({ kind, for: official, holder }: GiveMandate): FieldError[] {
  const errors: FieldError[] = []
  if (kind === 'plh' && official === undefined) errors.push(plhForNobody)
  if (kind === 'plt' && official !== undefined) errors.push(pltForSomebody)
  if (holder === official) errors.push(forThemself)
  return errors
}

async function officialOf({ for: account, role }: GiveMandate, office: string, now: number) {
  if (account === undefined) return undefined
  return (await membershipsOf(account, new Date(now))).find((held) => isSeat(held, role, office))
}

const isSeat = (held: MembershipRecord, role: GiveMandate['role'], office: string | null) =>
  held.role === role && (held.agency ?? held.village) === office

async function checkHolder({ holder, role }: GiveMandate, office: string | null): Promise<FieldError[]> {
  const held = await membershipsOf(holder)
  if (held.length === 0) return [notAnOfficer]
  return held.some((each) => isSeat(each, role, office)) ? [theirsAlready] : []
}

async function checkServices({ services = [] }: GiveMandate): Promise<FieldError[]> {
  const known = await Promise.all(services.map(currentVersion))
  return known.flatMap((found, at) =>
    found
      ? []
      : [fieldError(`services.${at}`, 'unknown-service', 'Layanan ini tidak ada.', 'There is no such service.')],
  )
}

/** The head's position, as the office itself calls it. */
async function headOf({ role }: GiveMandate, office: string): Promise<string | null> {
  if (role !== 'signer' && role !== 'village-head') return null
  try {
    return (await officeOf(office)).head
  } catch (problem) {
    if (problem instanceof RangeError) return null
    throw problem
  }
}

const noOffice = fieldError(
  'agency',
  'required',
  'Sebutkan satu dinas atau satu desa.',
  'Name one agency or one village.',
)
const notOfficial = fieldError(
  'for',
  'not-at-this-desk',
  'Pejabat ini tidak memegang jabatan tersebut di kantor itu.',
  'This official does not hold that role at that office.',
)
const noPosition = fieldError(
  'position',
  'required',
  'Tuliskan jabatan yang dilaksanakan.',
  'Write the position that is stood in for.',
)
const plhForNobody = fieldError(
  'for',
  'required',
  'Plh. mewakili pejabat yang berhalangan: sebutkan pejabatnya.',
  'A Plh stands in for an official who is away: name the official.',
)
const pltForSomebody = fieldError(
  'for',
  'not-for-this-kind',
  'Plt. mengisi jabatan yang kosong: pejabatnya tidak disebutkan.',
  'A Plt fills a vacant office: name no official.',
)
const forThemself = fieldError(
  'holder',
  'same-person',
  'Pelaksana dan pejabatnya harus dua orang.',
  'The stand-in and the official must be two people.',
)
const backdated = fieldError(
  'from',
  'in-the-past',
  'Mandat tidak dapat berlaku surut.',
  'A mandate cannot begin in the past.',
)
const tooLong = fieldError(
  'until',
  'too-long',
  `Satu surat perintah berlaku paling lama ${longestMandateDays} hari.`,
  `One letter holds for ${longestMandateDays} days at most.`,
)
const daysWords = { 'in-the-past': backdated, 'too-long': tooLong }
const notAnOfficer = fieldError(
  'holder',
  'not-an-officer',
  'Orang ini tidak memegang jabatan apa pun hari ini.',
  'This person holds no role today.',
)
const theirsAlready = fieldError(
  'holder',
  'holds-it-already',
  'Orang ini sudah memegang jabatan tersebut.',
  'This person holds that role already.',
)
