import { levelOf, parentOf, type Regions } from '../regions.ts'
import type { Field } from '../schema/fields.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import { fieldsOfForm } from './conditions.ts'
import type { Language } from './language.ts'

/** The label of a choice's value: `path` is the field's, `answers.saksi[].hubungan` inside a group; undefined when unknown. */
export function choiceLabel(
  definition: ServiceDefinition,
  path: string,
  value: string,
  language: Language,
): string | undefined {
  const [name, inner] = path.replace(/^answers\./, '').split('[].')
  const field = fieldsOfForm(definition).find((one) => one.name === name)
  const asked: Field | undefined =
    inner !== undefined && field?.type === 'group' ? field.fields.find((one) => one.name === inner) : field
  if (!asked || !('choices' in asked)) return undefined
  return asked.choices.find((choice) => choice.value === value)?.label[language]
}

/** How a letter names a region: "Desa Rogojampi, Kecamatan Rogojampi", "Kabupaten Banyuwangi". Undefined when unknown. */
export function regionTitle(regions: Regions, code: string): string | undefined {
  if (!regions.has(code)) return undefined
  switch (levelOf(code)) {
    case 'village':
      return `${villageTitle(regions, code)}, Kecamatan ${regions.nameOf(parentOf(code) ?? '')}`
    case 'district':
      return `Kecamatan ${regions.nameOf(code)}`
    case 'province':
      return `Provinsi ${regions.nameOf(code)}`
    default:
      return regions.nameOf(code)
  }
}

/** "Desa Rogojampi" or "Kelurahan Sobo". Throws RangeError for a code that no region has. */
export function villageTitle(regions: Regions, code: string): string {
  return `${isKelurahan(code) ? 'Kelurahan' : 'Desa'} ${regions.nameOf(code)}`
}

/** The last four digits tell: kelurahan begin with 1, villages with 2. */
export function isKelurahan(code: string): boolean {
  return /\.1\d{3}$/.test(code)
}
