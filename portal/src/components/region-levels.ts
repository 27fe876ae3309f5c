export const regionLevels = ['province', 'regency', 'district', 'village'] as const
export type RegionLevel = (typeof regionLevels)[number]

const lengths: Record<RegionLevel, number> = { province: 2, regency: 5, district: 8, village: 13 }

/** The levels that still have to be chosen to come from `within` (`35.10`) down to `level`. */
export function levelsToChoose(level: RegionLevel, within: string | undefined): RegionLevel[] {
  const from = within ? regionLevels.findIndex((one) => lengths[one] === within.length) + 1 : 0
  return regionLevels.slice(from, regionLevels.indexOf(level) + 1)
}

/** The part of `code` that names its region of the level: `35.10.16` of `35.10.16.1001`; empty when it is too short. */
export const codeAt = (code: string, level: RegionLevel): string =>
  code.length >= lengths[level] ? code.slice(0, lengths[level]) : ''
