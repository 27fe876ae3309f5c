import type { Officer } from '../activities/deps.ts'
import type { Asked } from '../domain/authority/authority-at.ts'
import { positionUnder } from '../domain/authority/mandate.ts'
import { longDate } from '../domain/indonesian-time.ts'
import { namesOf } from '../models/auth-user.ts'
import { requireAuthority } from '../models/authority/authority.ts'
import type { MandateRecord } from '../models/authority/mandate.ts'
import { type MembershipRecord, membershipsOf } from '../models/membership.ts'
import { profileOf } from '../models/person-profile.ts'

/**
 * The officer as they sign so at this instant: in their own right, or for another by letter. Name and numbers are their own
 * either way. Within the regency's context.
 * @throws NoAuthority
 */
export async function officerAt(account: string, asked: Asked, at: number): Promise<Officer> {
  const authority = await requireAuthority(account, asked, at)
  const [names, profile] = await Promise.all([namesOf([account]), profileOf(account)])
  const name = names.get(account)
  if (!name) throw new RangeError(`account ${account} is gone`)
  const nik = profile?.nik ?? null
  if ('seat' in authority) {
    const { position, nip, rank } = authority.seat.record
    return { id: account, name, position: position ?? '', nip, nik, rank }
  }
  const { record } = authority.mandate
  const { nip, rank } = await ownNumbers(account, at)
  return {
    id: account,
    name,
    nip,
    nik,
    rank,
    position: positionUnder(record.kind, record.position),
    mandate: { id: record._id, text: mandateText(record) },
  }
}

/** Rank and NIP as they stand in a role of the person's own. */
async function ownNumbers(account: string, at: number): Promise<Pick<MembershipRecord, 'nip' | 'rank'>> {
  const own = await membershipsOf(account, new Date(at))
  const known = own.find(({ nip }) => nip !== null) ?? own[0]
  return { nip: known?.nip ?? null, rank: known?.rank ?? null }
}

/** "berdasarkan Surat Perintah Nomor 800/12/2026 tanggal 1 Desember 2026". */
export function mandateText({ letter }: Pick<MandateRecord, 'letter'>): string {
  return `berdasarkan Surat Perintah Nomor ${letter.number} tanggal ${longDate(Date.parse(`${letter.date}T00:00:00Z`), 0)}`
}
