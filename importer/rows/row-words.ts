import type { z } from 'zod'
import { valueAt } from '../../catalogue/pack/path-words.ts'
import type { Complaint } from './problem.ts'

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

/** What a schema refuses about a row, without quoting the value. */
export function complaintOf(issue: z.core.$ZodIssue, row: unknown): Complaint {
  const field = issue.path.map(String).join('.')
  const missing = valueAt(row, issue.path) === undefined
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        field: [field, issue.keys.join(', ')].filter(Boolean).join('.'),
        what: 'is no column that is known here',
        mend: 'check the spelling, put "answers." in front of a field of the form, or take it out',
      }
    case 'invalid_type':
      return missing
        ? { field, what: 'is missing', mend: `write ${kindOf(issue.expected)} there` }
        : { field, what: `must be ${kindOf(issue.expected)}`, mend: null }
    case 'invalid_value':
      return {
        field,
        what: missing ? 'is missing' : 'is none of the words that are known here',
        mend: `write one of ${issue.values.map(String).join(', ')}`,
      }
    case 'too_small':
      return { field, what: 'is empty or too short', mend: null }
    case 'too_big':
      return { field, what: `is longer than ${issue.maximum}`, mend: null }
    default:
      return { field, what: issue.message, mend: null }
  }
}

const kindOf = (expected: string) => kinds[expected] ?? expected
