import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../portal/src/i18n/en/index.ts'
import { id } from '../../portal/src/i18n/id/index.ts'

type Node = { [key: string]: string | Node }

const flat = (node: Node, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )

const indonesian = flat(id)
const english = flat(en)

test('both languages say the same things', () => {
  expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort())
})

test('no text is empty, and each fills in the same facts', () => {
  const facts = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort()
  for (const [key, text] of indonesian) {
    expect(text.trim(), key).not.toBe('')
    expect(facts(english.get(key) ?? ''), key).toEqual(facts(text))
  }
})

test('English has a singular and a plural wherever something is counted in a sentence', () => {
  for (const [key, text] of english) {
    const counts = text.includes('%{smart_count}')
    if (counts && / (day|minute|hour|thing|service|second|character)s?\b/.test(text))
      expect(text, key).toContain('||||')
  }
})

test('no jargon reaches a citizen', () => {
  for (const [key, text] of [...indonesian, ...english])
    expect(text, key).not.toMatch(/\b(workflow|SLA|payload|server|upload(?!ed|s|\b)|null|undefined)\b/i)
})

test('every text is used somewhere, and the screens hold no sentences of their own', async () => {
  const files = await readdir('portal/src', { recursive: true })
  const sources = await Promise.all(
    files
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n'))
      .map((file) => readFile(join('portal/src', file), 'utf8')),
  )
  const code = sources.join('\n')
  const built = [/^status\./, /^waiting\./, /^standing\./]
  const unused = [...indonesian.keys()].filter(
    (key) => !code.includes(`'${key}'`) && !built.some((one) => one.test(key)),
  )
  expect(unused).toEqual([])
  expect(code.match(/>\s*[A-Z][a-z]+ [a-z]+ [a-z]+[^<{]*</g) ?? []).toEqual([])
})
