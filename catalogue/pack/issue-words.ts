import type { z } from 'zod'
import { valueAt } from './path-words.ts'

type Issue = z.core.$ZodIssue

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

/** A schema's refusal in plain words. */
export function issueWords(issue: Issue, json: unknown): { message: string; mend?: string } {
  const value = valueAt(json, issue.path)
  if (value === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'custom') {
    return {
      message: 'is missing',
      mend: issue.code === 'invalid_type' ? `write ${kindWords(issue.expected)} here` : undefined,
    }
  }
  switch (issue.code) {
    case 'invalid_type':
      return { message: `must be ${kindWords(issue.expected)}, not ${wordsOf(value)}` }
    case 'unrecognized_keys':
      return {
        message: `${issue.keys.map((key) => `"${key}"`).join(', ')} ${issue.keys.length > 1 ? 'are' : 'is'} not known here`,
        mend: 'check the spelling, or take it out',
      }
    case 'invalid_value':
      return {
        message: `must be ${issue.values.map((one) => JSON.stringify(one)).join(' or ')}, not ${wordsOf(value)}`,
      }
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? { message: `must be one of ${issue.options.join(', ')}` }
        : { message: issue.message }
    case 'invalid_key':
      return { message: issue.issues[0]?.message ?? issue.message }
    case 'too_small':
    case 'too_big':
      return { message: sizeWords(issue) }
    default:
      return { message: issue.message }
  }
}

function sizeWords(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const small = issue.code === 'too_small'
  const limit = small ? issue.minimum : issue.maximum
  const bound = small ? 'at least' : 'at most'
  if (issue.origin === 'string') {
    return small && limit === 1 ? 'must not be empty' : `must have ${bound} ${limit} characters`
  }
  if (issue.origin === 'array' || issue.origin === 'set') return `must have ${bound} ${limit} entries`
  return `must be ${bound} ${limit}`
}

function kindWords(expected: string): string {
  return kinds[expected] ?? expected
}

function wordsOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return JSON.stringify(value)
}
