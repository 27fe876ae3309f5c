import type { Register } from '../../catalogue/schema/documents.ts'
import type { Entered, Upkeep } from '../../domain/register/events.ts'
import { upkeepOf } from '../../domain/register/upkeep.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import type { CaseDeps, PinnedService } from '../deps.ts'

export type Terms = { pinned: PinnedService; register: Register }

/**
 * By what a register keeps a licence: the service in force, because a register outlives the versions its entries were
 * filed under; the entry's own version where the service is closed or no longer has the register.
 */
export async function termsOf(
  { catalogue }: Pick<CaseDeps, 'catalogue'>,
  { service, serviceVersion, register: code }: Pick<RegisterRecord, 'service' | 'serviceVersion' | 'register'>,
): Promise<Terms> {
  const current = await catalogue.current(service)
  const kept = current && registerIn(current, code)
  if (current && kept) return { pinned: current, register: kept }
  const pinned = await catalogue.service(service, serviceVersion)
  const register = registerIn(pinned, code)
  if (!register) throw new RangeError(`${service} v${serviceVersion} has no register ${code}`)
  return { pinned, register }
}

/** The instants of a licence's reminders and reports, worked out once: by the rule in force on the day of its entry. */
export async function upkeepFor(
  deps: Pick<CaseDeps, 'catalogue'>,
  row: Pick<RegisterRecord, 'service' | 'serviceVersion' | 'register'>,
  entered: Entered,
): Promise<Upkeep> {
  const { register } = await termsOf(deps, row)
  const { utcOffsetMinutes } = await deps.catalogue.regency()
  return upkeepOf(register, entered, utcOffsetMinutes)
}

const registerIn = ({ definition }: PinnedService, code: string) =>
  definition.registers.find((each) => each.code === code)
