import { askedAnswers, fieldsOfForm } from '../catalogue/compile/conditions.ts'
import type { FormDefinition } from '../catalogue/compile/form-definition.ts'
import type { Regions } from '../catalogue/regions.ts'
import type { Field } from '../catalogue/schema/fields.ts'

export const sampleVillage = (regions: Regions, regency: string) => regions.villagesOf(regency)[0]?.code ?? ''
const day = 86_400_000

/** One answer of each kind to a form, the first choice everywhere; `given` go before them. Only what is asked for. */
export function sampleAnswers(
  definition: FormDefinition,
  { regions, regency, at, given }: { regions: Regions; regency: string; at: number; given: Record<string, unknown> },
): Record<string, unknown> {
  const answers = Object.fromEntries(fieldsOfForm(definition).map((field) => [field.name, answerTo(field)]))
  return askedAnswers(definition, { ...answers, ...given })

  function answerTo(field: Field): unknown {
    switch (field.type) {
      case 'group':
        return Array.from({ length: Math.max(1, field.min) }, () =>
          Object.fromEntries(field.fields.map((inner) => [inner.name, answerTo(inner)])),
        )
      case 'text':
      case 'longtext':
        return 'Contoh gladi'
      case 'nik':
        return '3510014506900001'
      case 'phone':
        return '081200000000'
      case 'email':
        return 'gladi@contoh.test'
      case 'date':
        return new Date(at + (field.notBefore === 'today' ? 365 : -365) * day).toISOString().slice(0, 10)
      case 'number':
      case 'money':
        return field.minimum ?? 1
      case 'choice':
        return field.choices[0]?.value
      case 'multi-choice':
        return field.choices.slice(0, Math.max(1, field.min ?? 1)).map(({ value }) => value)
      case 'yes-no':
        return field.mustBe ?? false
      case 'region':
        return regionOf(field.level)
      case 'file':
        return 'berkas-gladi'
    }
  }

  function regionOf(level: 'province' | 'regency' | 'district' | 'village'): string {
    const village = sampleVillage(regions, regency)
    return village.slice(0, { province: 2, regency: 5, district: 8, village: 13 }[level])
  }
}
