import { officeOf } from '../../models/catalogue/catalogue.ts'

/** The office's name, or null for a code that the catalogue no longer knows. */
export async function agencyName(code: string): Promise<string | null> {
  try {
    return (await officeOf(code)).name
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

type Placed = { agency: string | null; village: string | null }

/** What an agency or a village office is called. */
export async function officeName({ agency, village }: Placed): Promise<string> {
  const code = agency ?? village
  return code === null ? '' : ((await agencyName(code)) ?? code)
}
