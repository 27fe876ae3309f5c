import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { issueWords } from './issue-words.ts'
import { pathWords, valueAt } from './path-words.ts'
import type { Problem } from './problem.ts'
import { repaired } from './repair.ts'

/** One schema, or the one that fits what the file says. */
type Schema<T> = z.ZodType<T> | ((json: unknown) => z.ZodType<T>)

/** A file of the pack as its schema reads it; what is wrong with it goes to `problems`, what is left of it comes back. */
export async function parseFile<T>(
  dir: string,
  file: string,
  schema: Schema<T>,
  problems: Problem[],
): Promise<T | undefined> {
  const json = await readJson(dir, file, problems)
  if (json === undefined) return undefined
  return parseJson(json, file, typeof schema === 'function' ? schema(json) : schema, problems)
}

/** The same of a file that a pack may do without. */
export async function parseFileIfAny<T>(
  dir: string,
  file: string,
  schema: Schema<T>,
  problems: Problem[],
): Promise<T | undefined> {
  const isAbsent = await access(join(dir, file)).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  )
  return isAbsent ? undefined : parseFile(dir, file, schema, problems)
}

/** The same of what was read already. */
export function parseJson<T>(json: unknown, file: string, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const service = file.startsWith('services/') ? serviceOf(json, file) : undefined
  for (const issue of result.error.issues) {
    problems.push({ file, ...(service && { service }), path: pathWords(json, issue.path), ...issueWords(issue, json) })
  }
  return repaired(json, result.error.issues, schema)
}

/** Every `.json` of a folder, in order of name; each must be named as its own code. */
export async function parseFolder<T extends { code: string }>(
  dir: string,
  folder: string,
  schema: Schema<T>,
  problems: Problem[],
): Promise<T[]> {
  const names = await readdir(join(dir, folder)).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json')).sort()
  if (files.length === 0) problems.push({ file: folder, path: '', message: 'has no .json file' })
  const parsed = await Promise.all(
    files.map(async (name) => {
      const entry = await parseFile(dir, `${folder}/${name}`, schema, problems)
      if (entry && `${entry.code}.json` !== name) {
        problems.push({
          file: `${folder}/${name}`,
          path: 'code',
          message: `says "${entry.code}", which is not the file's name`,
          mend: `rename the file to ${entry.code}.json, or change the code`,
        })
      }
      return entry
    }),
  )
  return parsed.filter((entry) => entry !== undefined)
}

async function readJson(dir: string, file: string, problems: Problem[]): Promise<unknown> {
  let text: string
  try {
    text = await readFile(join(dir, file), 'utf8')
  } catch {
    problems.push({ file, path: '', message: 'cannot be read', mend: 'create it; packs/banyuwangi shows how it looks' })
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    problems.push({ file, path: '', message: `is no JSON: ${error instanceof Error ? error.message : String(error)}` })
    return undefined
  }
}

function serviceOf(json: unknown, file: string): string {
  const code = valueAt(json, ['code'])
  return typeof code === 'string' ? code : file.slice('services/'.length, -'.json'.length)
}
