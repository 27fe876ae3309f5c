import type { ServiceDetail } from '../../../contracts/services.ts'

type Source = ServiceDetail['legalBasis'][number]

/** `Undang-Undang Nomor 17 Tahun 2023, Pasal 264 (8 Agustus 2023)`. */
export function sourceWords({ document, article, date }: Source, plainDate: (day: string) => string): string {
  const told = [document, article].filter(Boolean).join(', ')
  return date ? `${told} (${plainDate(date)})` : told
}
