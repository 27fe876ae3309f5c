#!/usr/bin/env node
/**
 * Checks a case file without Lontar, on any Node from 20 on and without any package:
 * `node verify.mjs <berkas-perkara.zip> [--root otoritas.pem]`. Ends with 0 where everything holds, 1 where something does
 * not, 2 where there is nothing to check.
 */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { check } from './checks.mjs'
import { entriesOf } from './zip.mjs'

const usage = 'Pakai: node verify.mjs <berkas-perkara.zip> [--root otoritas.pem]'
const colours = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code, text) => (colours ? `\x1b[${code}m${text}\x1b[0m` : text)
/** What others wrote stays text: nothing in it moves the cursor, paints, or begins a line that looks like a finding. */
const plain = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
const marks = { good: paint(32, '✓'), note: paint(33, '!'), bad: paint(31, '✗'), unsealed: paint(31, '✗') }

process.exitCode = run()

function run() {
  let asked
  try {
    asked = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } })
  } catch {
    return refuse(usage)
  }
  const [path, ...more] = asked.positionals
  if (!path || more.length > 0) return refuse(usage)
  let entries
  let root
  try {
    entries = entriesOf(readFileSync(path))
    root = asked.values.root === undefined ? undefined : certificateIn(asked.values.root)
  } catch (error) {
    return refuse(`Tidak dapat membaca berkas perkara: ${error.message}`)
  }
  const { findings, manifest } = check(entries, root)
  if (manifest) {
    const { case: file, madeAt, madeBy, purpose } = manifest
    console.log(`${paint(1, plain(`Berkas perkara ${file.number}`))} · ${plain(file.serviceName)}`)
    console.log(paint(2, plain(`dibuat ${madeAt} oleh ${madeBy.name}; keperluan: ${purpose}`)))
  }
  for (const { level, text, more } of findings) {
    console.log(`${marks[level]} ${plain(text)}`)
    for (const line of more) console.log(`    ${plain(line)}`)
  }
  const wrong = findings.filter(({ level }) => level === 'bad').length
  const isUnsealed = findings.some(({ level }) => level === 'unsealed')
  console.log(verdict(wrong, isUnsealed))
  return wrong === 0 && !isUnsealed ? 0 : 1
}

function verdict(wrong, isUnsealed) {
  if (wrong > 0) return paint(31, `Tidak utuh: ${wrong} temuan.${isUnsealed ? ' Juga tidak bersegel.' : ''}`)
  if (!isUnsealed) return paint(32, 'Utuh.')
  return paint(31, 'Tidak bersegel. Isinya cocok satu sama lain; dari mana asalnya tidak terbukti.')
}

function certificateIn(path) {
  const pem = readFileSync(path)
  try {
    return new X509Certificate(pem)
  } catch {
    throw new Error(`${path} bukan sertifikat`)
  }
}

function refuse(text) {
  console.error(plain(text))
  return 2
}
