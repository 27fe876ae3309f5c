/**
 * Conditions over a form's answers: which fields are asked for, which documents are due, which steps are walked.
 * A field that was not answered satisfies nothing but `answered: false` and `not`.
 */

export type Scalar = string | number | boolean

export type Condition =
  | { field: string; is: Scalar }
  | { field: string; in: readonly Scalar[] }
  | { field: string; includes: string }
  | { field: string; atLeast: number }
  | { field: string; atMost: number }
  | { field: string; answered: boolean }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

export type Answers = Readonly<Record<string, unknown>>

/** Whether `condition` holds for `answers`; fields are looked up among the answers' own names. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers))
  if ('not' in condition) return !holds(condition.not, answers)
  const value = answerTo(condition.field, answers)
  if ('is' in condition) return value === condition.is
  if ('in' in condition) return condition.in.some((one) => one === value)
  if ('includes' in condition) return Array.isArray(value) && value.includes(condition.includes)
  if ('atLeast' in condition) return typeof value === 'number' && value >= condition.atLeast
  if ('atMost' in condition) return typeof value === 'number' && value <= condition.atMost
  return (value !== undefined) === condition.answered
}

/** Names of the fields that `condition` looks at, each once. */
export function fieldsOf(condition: Condition): string[] {
  return [...new Set(leavesOf(condition).map((leaf) => leaf.field))]
}

type Leaf = Extract<Condition, { field: string }>

/** The comparisons that `condition` is built of, in the order written. */
export function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  return [condition]
}

function answerTo(field: string, answers: Answers): unknown {
  return Object.hasOwn(answers, field) ? answers[field] : undefined
}
