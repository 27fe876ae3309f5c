import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import type { CreateApplication } from '../../contracts/applications.ts'
import { isPlausibleNik } from '../../domain/nik.ts'
import type { ApplicantRecord, ProxyRecord } from '../../models/case/application.ts'
import type { PersonProfileRecord } from '../../models/person-profile.ts'
import { forbidden, invalidField } from '../errors/problems.ts'
import { allows } from '../middleware/ability.ts'
import type { SignedIn } from '../request.ts'

/** For whom and from where a case is filed. */
export type Filing = {
  applicant: ApplicantRecord
  proxy: ProxyRecord | null
  /** The village that files or acts; where none does, the applicant's village has no business with the case. */
  village: string | null
  servicePoint: string | null
}

type Asked = Pick<CreateApplication, 'applicant' | 'proxy' | 'channel' | 'servicePoint'>

/**
 * Who may file what for whom: citizens for themselves; a counter or village operator for somebody else, whose consent is
 * recorded. Throws 422 naming the field, or 403.
 */
export function filingOf(
  person: SignedIn,
  profile: PersonProfileRecord | null,
  definition: ServiceDefinition,
  asked: Asked,
): Filing {
  if (!isPlausibleNik(asked.applicant.nik)) throw implausibleNik()
  if (!definition.channels.some((channel) => channel === asked.channel)) throw channelClosed()
  const filed =
    asked.channel === 'portal' || asked.channel === 'kiosk'
      ? filedForOneself(person, profile, asked)
      : filedForAnother(person, asked)
  const isVillageAffair = asked.channel === 'village' || needsVillage(definition)
  const filing = isVillageAffair ? filed : { ...filed, village: null }
  const { village, servicePoint } = filing
  const asFiled = { service: definition.code, channel: asked.channel, village, servicePoint, filedBy: person.account }
  if (!allows(person, 'create', 'application', asFiled)) throw forbidden(notFromHere)
  if (isVillageAffair && village === null) throw villageMissing()
  return filing
}

function filedForOneself(person: SignedIn, profile: PersonProfileRecord | null, asked: Asked): Filing {
  const { applicant, proxy, servicePoint } = asked
  if (proxy) throw invalidField('proxy', 'not-for-this-channel', proxyElsewhere)
  if (profile?.nik && profile.nik !== applicant.nik) throw invalidField('applicant.nik', 'not-your-own', notYourNik)
  const known: ApplicantRecord = {
    account: person.account,
    name: applicant.name,
    nik: applicant.nik,
    ...optional('phone', applicant.phone ?? profile?.phone),
    ...optional('email', applicant.email ?? person.email),
    ...optional('village', applicant.village ?? profile?.village),
  }
  return { applicant: known, proxy: null, village: known.village ?? null, servicePoint: servicePoint ?? null }
}

function filedForAnother(person: SignedIn, asked: Asked): Filing {
  const { applicant, proxy, channel } = asked
  if (!proxy) throw invalidField('proxy', 'required', consentMissing)
  if (channel === 'village') return filedInVillage(person, applicant, proxy)
  const counters = person.memberships.filter(({ role }) => role === 'counter')
  const own = counters.flatMap((held) => held.servicePoint ?? [])[0]
  return {
    applicant: { account: null, ...applicant },
    proxy,
    village: applicant.village ?? null,
    servicePoint: asked.servicePoint ?? own ?? null,
  }
}

/** A village operator files for people of the village, whatever else was said of the place. */
function filedInVillage(person: SignedIn, applicant: Asked['applicant'], proxy: ProxyRecord): Filing {
  const held = person.memberships.filter(({ role, village }) => role === 'village-operator' && village !== null)
  const here = held.find(({ village }) => village === applicant.village) ?? (applicant.village ? undefined : held[0])
  if (held.length > 0 && !here) throw invalidField('applicant.village', 'not-your-village', otherVillage)
  const village = here?.village ?? null
  return {
    applicant: { account: null, ...applicant, ...optional('village', village) },
    proxy,
    village,
    servicePoint: here?.servicePoint ?? null,
  }
}

/** Somebody in the applicant's village has to act on the case. */
function needsVillage(definition: ServiceDefinition): boolean {
  return allSteps(definition).some(
    (step) =>
      ('desk' in step && 'village' in step.desk) || ('agency' in step && step.agency === 'village-of-application'),
  )
}

function optional<Key extends string>(key: Key, value: string | null | undefined): { [K in Key]?: string } {
  return value ? ({ [key]: value } as { [K in Key]?: string }) : {}
}

const implausibleNik = () =>
  invalidField('applicant.nik', 'implausible', {
    id: 'NIK ini tidak mungkin benar: periksa tanggal lahir dan nomor urutnya.',
    en: 'This NIK cannot be right: check its birth date and serial.',
  })
const channelClosed = () =>
  invalidField('channel', 'not-offered', {
    id: 'Layanan ini tidak dapat diajukan lewat saluran ini.',
    en: 'This service cannot be applied for by this channel.',
  })
const villageMissing = () =>
  invalidField('applicant.village', 'required', {
    id: 'Desa/kelurahan pemohon wajib diisi untuk layanan ini.',
    en: "The applicant's village is required for this service.",
  })
const notYourNik = {
  id: 'NIK ini bukan NIK pada profil Anda. Untuk orang lain, mintalah bantuan loket atau kantor desa.',
  en: 'This is not the NIK of your profile. For somebody else, turn to a counter or village office.',
}
const proxyElsewhere = {
  id: 'Pengajuan untuk orang lain hanya lewat loket atau kantor desa.',
  en: 'Filing for somebody else is done at a counter or village office.',
}
const consentMissing = {
  id: 'Persetujuan pemohon wajib dicatat bila Anda mengajukan untuknya.',
  en: "The applicant's consent must be recorded when you file for them.",
}
const otherVillage = {
  id: 'Anda hanya dapat mengajukan untuk warga desa Anda.',
  en: 'You can only file for people of your village.',
}
const notFromHere = {
  id: 'Peran Anda tidak mengajukan permohonan lewat saluran atau titik layanan ini.',
  en: 'Your role does not file by this channel or at this service point.',
}
