import type { Regions } from '../../catalogue/regions.ts'
import type { Complaint } from './problem.ts'

/** Region code of the village a row names: by its code, or by a name that only one village of the regency has. */
export function villageOf(
  written: string,
  region: string,
  regions: Regions,
): { code: string } | { complaint: Complaint } {
  const field = 'applicant.village'
  if (/^[\d.]+$/.test(written)) {
    if (regions.has(written) && written.length === 13) return { code: written }
    return { complaint: { field, what: 'is no village that is known', mend: 'write a code such as 35.10.13.2013' } }
  }
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^(desa|kelurahan)\s+/, '')
      .replace(/\s+/g, ' ')
      .trim()
  const found = regions.villagesOf(region).filter(({ name }) => plain(name) === plain(written))
  const [only] = found
  if (only && found.length === 1) return { code: only.code }
  if (!only) return { complaint: { field, what: 'is no village of this regency', mend: 'write its region code' } }
  return {
    complaint: {
      field,
      what: 'is the name of several villages',
      mend: `write one of ${found.map(({ code }) => code).join(', ')}`,
    },
  }
}
