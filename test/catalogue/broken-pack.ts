import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { inIndonesian } from '../../catalogue/pack/in-indonesian.ts'
import type { Problem } from '../../catalogue/pack/problem.ts'
import { checkPack } from '../../catalogue/pack/read-pack.ts'
import { packDir } from './fixture.ts'

/** JSON to be spoilt: a test reaches into it by name and position. */
export type Json = Record<string, JsonValue>
// biome-ignore lint/suspicious/noExplicitAny: a test writes what no type allows
export type JsonValue = any

/**
 * What is said of Banyuwangi's pack after `spoil` has written into one of its files (`text` replaces the file as it is). What
 * is said of a service an editor may meet as well: in Indonesian too.
 */
export async function problemsOf(
  file: string,
  spoil: ((json: JsonValue) => void) | { text: string },
): Promise<Problem[]> {
  return withCopy(async (dir) => {
    await change(dir, file, spoil)
    const { problems } = await checkPack(dir)
    for (const problem of problems.filter(({ service }) => service)) {
      const { message, mend } = inIndonesian(problem)
      expect(message, 'an Indonesian sentence').not.toBe(problem.message)
      if (mend) expect(mend, 'an Indonesian sentence').not.toBe(problem.mend)
    }
    return problems
  })
}

export async function change(
  dir: string,
  file: string,
  spoil: ((json: JsonValue) => void) | { text: string },
): Promise<void> {
  const path = join(dir, file)
  if ('text' in spoil) return writeFile(path, spoil.text)
  const json: JsonValue = JSON.parse(await readFile(path, 'utf8'))
  spoil(json)
  await writeFile(path, JSON.stringify(json, null, 2))
}

/** A copy of the pack that ends with `use`. */
export async function withCopy<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'lontar-pack-'))
  try {
    await cp(packDir, dir, { recursive: true })
    return await use(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** Changes by path, `steps.2.desk.agency`; undefined takes away. Fields of a form are called by name, `form:nomorStr.type`. */
export type Changes = Record<string, unknown>

export function apply(json: JsonValue, changes: Changes): void {
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const holder = keys.reduce((at: JsonValue, key) => (key.startsWith('form:') ? fieldOf(json, key) : at[key]), json)
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
}

function fieldOf(service: JsonValue, key: string): JsonValue {
  const fields: JsonValue[] = service.form.flatMap((page: JsonValue) => page.fields)
  return fields.find(({ name }) => name === key.slice('form:'.length))
}
