import type { QueryFilter } from 'mongoose'
import type { Slice } from '../../domain/oversight/dimensions.ts'
import { MovementModel, type MovementRecord } from './movement.ts'

export type OvertakingsAsked = {
  may: Record<string, unknown>
  slice: Slice
  /** Decided at or after. */
  since: Date
  free: boolean
}

const filterOf = ({ may, slice, since, free }: OvertakingsAsked): QueryFilter<MovementRecord> => ({
  $and: [
    may,
    {
      kind: 'decided',
      overtook: { $gt: 0 },
      at: { $gte: since },
      ...slice,
      ...(free ? { overtookFree: { $gt: 0 } } : {}),
    },
  ],
})

/** Decisions that went before older equals, the latest first. Within a regency's context. */
export function findOvertakings(
  asked: OvertakingsAsked,
  page: { sort: Record<string, 1 | -1>; skip: number; limit: number },
): Promise<MovementRecord[]> {
  return MovementModel.find(filterOf(asked))
    .sort(page.sort)
    .skip(page.skip)
    .limit(page.limit)
    .lean<MovementRecord[]>()
    .exec()
}

export const countOvertakings = (asked: OvertakingsAsked, limit: number): Promise<number> =>
  MovementModel.countDocuments(filterOf(asked), { limit }).exec()

/** One of them by its task; null where it is not among those that may be touched. */
export const findOvertaking = (
  may: Record<string, unknown>,
  { application, task }: { application: string; task: string },
): Promise<MovementRecord | null> =>
  MovementModel.findOne({ $and: [may, { application, task, kind: 'decided', overtook: { $gt: 0 } }] })
    .lean<MovementRecord>()
    .exec()
