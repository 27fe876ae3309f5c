import type { ApplicationDetail } from '../../../contracts/applications.ts'
import type { TurnAction } from '../providers/officer-calls.ts'

export type TurnDraft = {
  reason: string
  step: string
  /** `agency/role`. */
  desk: string
  title: string
  days: string
  into: string
  field: string
  value: string
}

export const emptyTurn: TurnDraft = {
  reason: '',
  step: '',
  desk: '',
  title: '',
  days: '2',
  into: '',
  field: '',
  value: '',
}

/** What is sent; null while something needed is missing. */
export function turnBody(
  action: TurnAction,
  draft: TurnDraft,
  caseFile: Pick<ApplicationDetail, 'form'>,
): Record<string, unknown> | null {
  const reason = draft.reason.trim()
  switch (action) {
    case 'add-step': {
      const [agency, role] = draft.desk.split('/')
      const days = Number(draft.days)
      const title = draft.title.trim()
      if (!draft.step || !agency || !role || title.length < 3 || !Number.isInteger(days) || days < 1) return null
      return { after: draft.step, agency, role, title, days, reason }
    }
    case 'merge':
      return draft.into.trim() ? { into: draft.into.trim(), reason } : null
    case 'reopen':
      return draft.step ? { from: draft.step, reason } : null
    case 'amend': {
      const field = amendableFields(caseFile).find(({ name }) => name === draft.field)
      if (!field || draft.value.trim() === '') return null
      const value = field.isNumber ? Number(draft.value) : draft.value.trim()
      return { answers: { [field.name]: value }, reason }
    }
  }
}

export type AmendableField = {
  name: string
  title: string
  isNumber: boolean
  isDate: boolean
  /** Where it is a choice. */
  options: { value: string; title: string }[] | null
}

/** Answers that can be put right by typing: everything of one value; files and groups are another matter. */
export function amendableFields({ form }: Pick<ApplicationDetail, 'form'>): AmendableField[] {
  const properties = (form.schema.properties ?? {}) as Record<string, Record<string, unknown>>
  return Object.entries(properties).flatMap(([name, schema]) => {
    const isNumber = schema.type === 'number' || schema.type === 'integer'
    if (!isNumber && schema.type !== 'string') return []
    const named = Array.isArray(schema.oneOf) ? (schema.oneOf as { const?: unknown; title?: unknown }[]) : null
    const options = named?.map((one) => ({ value: String(one.const), title: String(one.title ?? one.const) })) ?? null
    return [{ name, title: String(schema.title ?? name), isNumber, isDate: schema.format === 'date', options }]
  })
}
