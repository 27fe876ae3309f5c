import type { z } from 'zod'

/** Values that pass where a row's own does not, so that the rest of the row can be looked at in the same run. */
const standIns: Record<string, unknown> = {
  reference: '-',
  'applicant.name': 'Nama',
  'applicant.nik': '1101010101900001',
  'document.number': '-',
}

/** Columns without which the rest reads as another story: a row wrong in these is looked at again once they are mended. */
const decisive = ['service', 'status', 'steps', 'atStep', 'filedAt', 'answers', 'applicant']

/** The row with what its schema refused taken out; null where nothing could be said of what remains. */
export function withoutRefused(row: unknown, issues: readonly z.core.$ZodIssue[]): Record<string, unknown> | null {
  const copy: unknown = structuredClone(row)
  if (!isObject(copy)) return null
  for (const issue of issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    for (const path of paths) if (!replace(copy, path.map(String))) return null
  }
  return copy
}

function replace(row: Record<string, unknown>, path: string[]): boolean {
  const name = path.join('.')
  const [first, second] = path
  if (first === undefined || path.length > 2 || decisive.includes(name) || first === 'steps') return false
  const parent = second === undefined ? row : row[first]
  if (!isObject(parent)) return false
  const key = second ?? first
  if (name in standIns) parent[key] = standIns[name]
  else delete parent[key]
  return true
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
