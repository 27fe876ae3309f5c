import { createHash } from 'node:crypto'
import type { DataNib } from '../../contracts/oss.ts'

/** One business of one person, as a digest: by it a NIB finds the case that waits for it. */
export const businessKey = (nik: string, kbli: string) =>
  createHash('sha256').update(`oss nib\n${nik}\n${kbli}`).digest('hex')

/** Every business that a NIB, or word of one, is about: its holder with each of its fields of activity. */
export function businessesOf({
  penanggung_jwb = [],
  data_proyek,
}: Pick<DataNib, 'penanggung_jwb' | 'data_proyek'>): string[] {
  const holders = penanggung_jwb.map(({ no_identitas_penanggung_jwb }) => no_identitas_penanggung_jwb)
  const keys = data_proyek.flatMap(({ kbli, no_identitas_pj }) =>
    [...holders, no_identitas_pj ?? ''].filter((holder) => holder !== '').map((holder) => businessKey(holder, kbli)),
  )
  return [...new Set(keys)]
}
