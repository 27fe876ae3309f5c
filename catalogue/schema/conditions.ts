import { z } from 'zod'
import type { Condition as DomainCondition } from '../../domain/conditions.ts'
import { FieldName, limits } from './common.ts'

const Scalar = z.union([z.string().max(limits.shortText), z.number(), z.boolean()])

const comparisons = {
  is: z.strictObject({ field: FieldName, is: Scalar }),
  in: z.strictObject({ field: FieldName, in: z.array(Scalar).min(1).max(limits.choices) }),
  includes: z.strictObject({ field: FieldName, includes: z.string().max(limits.shortText) }),
  atLeast: z.strictObject({ field: FieldName, atLeast: z.number() }),
  atMost: z.strictObject({ field: FieldName, atMost: z.number() }),
  answered: z.strictObject({ field: FieldName, answered: z.boolean() }),
}

/** `{"field": "jenisStr", "is": "berjangka"}`, and `all`, `any`, `not` of such. */
export const Condition: z.ZodType<DomainCondition> = z.lazy(() =>
  z.union(
    [
      ...Object.values(comparisons),
      z.strictObject({ all: z.array(Condition).min(1).max(10) }),
      z.strictObject({ any: z.array(Condition).min(1).max(10) }),
      z.strictObject({ not: Condition }),
    ],
    'must be a condition: "field" with one of is, in, includes, atLeast, atMost, answered; or all, any, not',
  ),
)
