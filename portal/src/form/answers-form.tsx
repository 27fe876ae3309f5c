import Form from '@rjsf/core'
import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import { useMemo } from 'react'
import { type FieldError, fieldId } from './check-answers.ts'
import { FormFactsContext } from './context.ts'
import { fields, templates, widgets } from './theme.tsx'
import { drawingValidator } from './validator.ts'
import '../components/choices.css'
import '../components/remark.css'
import './form.css'

export type CompiledForm = { schema: Record<string, unknown>; uiSchema: Record<string, unknown> }

type Props = {
  form: CompiledForm
  answers: Record<string, unknown>
  /** Top-level fields to draw; null draws all. */
  shown: readonly string[] | null
  errors: readonly FieldError[]
  remarks?: readonly FieldError[]
  /** `id` is the element that was changed. */
  onChange: (answers: Record<string, unknown>, id: string | undefined) => void
}

/** The fields of a service's form, drawn by rjsf in the portal's own dress; conditions show and hide while one answers. */
export default function AnswersForm({ form, answers, shown, errors, remarks = [], onChange }: Props) {
  const facts = useMemo(
    () => ({
      shown: shown && new Set(shown),
      errors: new Map(errors.map(({ field, message }) => [fieldId(field), message])),
      remarks: new Map(remarks.map(({ field, message }) => [fieldId(field), message])),
    }),
    [shown, errors, remarks],
  )
  return (
    <FormFactsContext value={facts}>
      <Form
        tagName="div"
        schema={form.schema as RJSFSchema}
        uiSchema={form.uiSchema as UiSchema}
        formData={answers}
        validator={drawingValidator}
        fields={fields}
        templates={templates}
        widgets={widgets}
        experimental_defaultFormStateBehavior={behaviour}
        noValidate
        noHtml5Validate
        showErrorList={false}
        onChange={({ formData }, id) => onChange((formData ?? {}) as Record<string, unknown>, id)}
      >
        {nothing}
      </Form>
    </FormFactsContext>
  )
}

/** Nothing answers itself: neither a choice by its constants, nor a question that has to be answered by no. */
const behaviour = { constAsDefaults: 'never', requiredBooleanDefault: 'skip' } as const

/** In place of rjsf's own button: the steps have theirs. */
const nothing = <span hidden />
