/** Words that JavaScript's objects own: no column may reach for them. */
const forbidden = new Set(['__proto__', 'prototype', 'constructor'])

/**
 * `{ 'steps.0.step': 'verifikasi' }` becomes `{ steps: [{ step: 'verifikasi' }] }`: dots nest, numbers make lists (from 0).
 * Empty cells are left out. null where two columns contradict each other, such as `answers` beside `answers.a`.
 */
export function nest(cells: Iterable<readonly [string, string]>): Record<string, unknown> | null {
  const root: Tree = new Map()
  for (const [name, cell] of cells) {
    const text = cell.trim()
    if (text === '') continue
    const parts = name.split('.')
    if (parts.some((part) => part === '' || forbidden.has(part)) || !plant(root, parts, text)) return null
  }
  return Object.fromEntries([...root].map(([key, value]) => [key, harvest(value)]))
}

type Tree = Map<string, Tree | string>

function plant(root: Tree, parts: string[], text: string): boolean {
  let tree = root
  for (const part of parts.slice(0, -1)) {
    const known = tree.get(part)
    if (typeof known === 'string') return false
    const branch = known ?? new Map()
    tree.set(part, branch)
    tree = branch
  }
  const last = parts.at(-1) ?? ''
  if (tree.has(last)) return false
  tree.set(last, text)
  return true
}

function harvest(value: Tree | string): unknown {
  if (typeof value === 'string') return value
  const keys = [...value.keys()]
  if (!keys.every((key) => /^\d{1,3}$/.test(key))) {
    return Object.fromEntries([...value].map(([key, inner]) => [key, harvest(inner)]))
  }
  return keys.sort((a, b) => Number(a) - Number(b)).map((key) => harvest(value.get(key) ?? ''))
}
