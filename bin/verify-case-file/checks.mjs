import { canonical, sha256 } from './canonical.mjs'
import { whatIsWrong } from './manifest.mjs'
import { leadsTo, nameOf, readSignature, topOf } from './signature.mjs'

export const format = 'lontar-case-file/1'
const manifestPath = 'manifest.json'
const signaturePath = 'manifest.json.p7s'
const timelinePath = 'riwayat.jsonl'
const mostNamed = 12

/** Names under which a line of the timeline points at what somebody said or another system answered. */
const pointers = [
  'decisionId',
  'correctionId',
  'withdrawalId',
  'addId',
  'mergeId',
  'reopenId',
  'visitId',
  'arrivalId',
  'answer',
]

/**
 * Checks a case file without Lontar. Each finding is `{ level: 'good' | 'note' | 'bad' | 'unsealed', text, more }`, in
 * Indonesian; `more` are lines below it. `unsealed`: it was made without a seal, and nothing shows where it is from.
 * `manifest` is null where there is none to check by: then something is `bad`.
 * @param {Map<string, () => Buffer>} entries
 * @param {X509Certificate | undefined} root of the authority to trust, got elsewhere than from the archive
 */
export function check(entries, root) {
  const findings = []
  const say = (level, text, more = []) => findings.push({ level, text, more })
  const bytes = unpackAll(entries, say)
  const manifest = manifestIn(bytes, say)
  if (!manifest) return { findings, manifest: null }
  const isSealed = checkSignature(bytes, manifest, root, say)
  checkFiles(bytes, manifest, isSealed, say)
  const lines = linesOf(bytes, say)
  checkChain(lines, manifest, say)
  checkTexts(lines, manifest, bytes, say)
  checkDocuments(lines, manifest, bytes, say)
  return { findings, manifest }
}

function unpackAll(entries, say) {
  const bytes = new Map()
  for (const [path, unpack] of entries) {
    if (leadsOut(path)) say('bad', `${path}: menunjuk ke luar arsip`)
    try {
      bytes.set(path, unpack())
    } catch (error) {
      say('bad', `${path}: rusak, tidak dapat dibuka (${error.message})`)
      bytes.set(path, Buffer.alloc(0))
    }
  }
  return bytes
}

/** Whether unpacking it would write elsewhere than in the reader's own folder, on any machine. */
const leadsOut = (path) => /^\/|^[A-Za-z]:|\\/.test(path) || path.split('/').includes('..')

function manifestIn(bytes, say) {
  let manifest
  try {
    manifest = JSON.parse(bytes.get(manifestPath).toString())
  } catch {
    say('bad', `${manifestPath}: tidak ada atau tidak terbaca`)
    return null
  }
  const wrong = whatIsWrong(manifest)
  if (typeof manifest?.format === 'string' && manifest.format !== format)
    say('bad', `bentuk berkas perkara tidak dikenal: ${manifest.format}`)
  if (wrong.length === 0) return manifest
  const [named, left] = [wrong.slice(0, mostNamed).filter(Boolean), wrong.length - mostNamed]
  const rest = left > 0 ? ` dan ${left} lagi` : ''
  say(
    'bad',
    `${manifestPath}: bukan daftar berkas perkara${named.length > 0 ? `; kurang atau salah: ${named.join(', ')}${rest}` : ''}`,
  )
  return null
}

/** Tells how it is with the seal; true where it holds and is the one that the manifest names. */
function checkSignature(bytes, manifest, root, say) {
  const { sealedBy } = manifest
  const fails = (text, level = 'bad') => {
    say(level, text)
    return false
  }
  const cms = bytes.get(signaturePath)
  if (!cms && sealedBy) return fails(`tidak bersegel: segel ${sealedBy.name} hilang, asal arsip ini tidak terbukti`)
  if (!cms) return fails('tidak bersegel: siapa pun dapat membuat arsip seperti ini', 'unsealed')
  let signature
  try {
    signature = readSignature(cms, bytes.get(manifestPath))
  } catch (error) {
    return fails(`${signaturePath}: segel tidak terbaca (${error.message})`)
  }
  const name = nameOf(signature.signer)
  if (!signature.holds) return fails(`segel ${name} tidak cocok: manifest.json diubah setelah disegel`)
  const top = topOf(signature)
  const at = new Date(manifest.madeAt)
  const anchor = root ?? top
  if (!leadsTo(anchor, signature, at)) return fails(`segel asing: ${name} tidak berada di bawah ${nameOf(anchor)}`)
  if (!sealedBy) return fails(`segel asing: atas nama ${name}, padahal menurut manifest.json tidak disegel`)
  if (name !== sealedBy.name) return fails(`segel asing: atas nama ${name}, bukan ${sealedBy.name}`)
  say('good', `segel ${name} utuh`)
  if (!root)
    say('note', 'cocokkan sendiri sidik jari otoritasnya, atau pakai --root:', [nameOf(top), top.fingerprint256])
  if (manifest.sample) say('note', 'CONTOH: segel dari otoritas peragaan, tidak mengikat secara hukum')
  return true
}

function checkFiles(bytes, { files }, isSealed, say) {
  const listed = new Set([manifestPath, signaturePath, ...files.map(({ path }) => path)])
  let wrong = 0
  for (const { path, size, sha256: digest } of files) {
    const content = bytes.get(path)
    if (content && content.length === size && sha256(content) === digest) continue
    wrong += 1
    say('bad', content ? `${path}: isinya bukan yang ada dalam daftar` : `${path}: hilang`)
  }
  for (const path of bytes.keys()) {
    if (listed.has(path)) continue
    wrong += 1
    say('bad', `${path}: tidak ada dalam daftar`)
  }
  if (wrong > 0) return
  const as = isSealed
    ? 'semuanya seperti saat disegel'
    : 'semuanya seperti dalam daftarnya; daftar itu tidak dijamin segel'
  say('good', `${files.length} berkas, ${as}`)
}

function linesOf(bytes, say) {
  const texts = (bytes.get(timelinePath) ?? Buffer.alloc(0)).toString().split('\n').filter(Boolean)
  return texts.flatMap((text, index) => {
    const line = lineOf(text)
    if (line === null) say('bad', `riwayat baris ${index + 1}: tidak terbaca`)
    return line ?? []
  })
}

/** null where the text is no line of a timeline. */
function lineOf(text) {
  try {
    const line = JSON.parse(text)
    return typeof line?.data === 'object' && line.data !== null ? line : null
  } catch {
    return null
  }
}

/**
 * Each line's hash covers its content and the hash before it, up to the one that the manifest names. Whoever counts the whole
 * chain anew and seals again is not found here, only by the hash of a line in an archive that was handed out earlier.
 */
function checkChain(lines, { head }, say) {
  let previous = ''
  for (const [index, line] of lines.entries()) {
    const expected = index + 1
    const { seq, type, at, by, data, hash } = line
    if (seq !== expected) {
      const moved = lines.some((each) => each.seq === expected)
      return say(
        'bad',
        `riwayat baris ${expected}: ${moved ? `tidak pada tempatnya, di situ ada baris ${seq}` : 'hilang'}`,
      )
    }
    if (hash !== sha256(canonical({ previous, seq, type, at, by, data })))
      return say('bad', `riwayat baris ${seq}: diubah, rantainya putus`)
    previous = hash
  }
  if (lines.length !== head.seq || previous !== head.hash)
    return say('bad', `riwayat baris ${lines.length + 1}: hilang, riwayat seharusnya ${head.seq} baris`)
  say('good', `rantai riwayat utuh, ${lines.length} baris`, [`baris ${lines.length} bersidik ${previous}`])
}

/** What a line points at, with its digest where the line bears one. */
function pointsAt({ data }) {
  const name = pointers.find((each) => typeof data[each] === 'string')
  return name ? { id: data[name], digest: typeof data.digest === 'string' ? data.digest : null } : null
}

function checkTexts(lines, { texts }, bytes, say) {
  const byId = new Map(texts.map((each) => [each.id, each]))
  const [erased, held] = [new Set(), new Set()]
  let wrong = 0
  for (const line of lines) {
    const pointed = pointsAt(line)
    if (!pointed) continue
    const text = byId.get(pointed.id)
    if (text?.erased) erased.add(text.id)
    else if (!text?.path || !bytes.has(text.path)) {
      wrong += 1
      say('bad', `riwayat baris ${line.seq}: keterangannya (${pointed.id}) tidak disertakan`)
    } else if (pointed.digest !== null && sha256(bytes.get(text.path)) !== pointed.digest) {
      wrong += 1
      say('bad', `${text.path}: bukan keterangan yang disebut riwayat baris ${line.seq}`)
    } else held.add(text.id)
  }
  if (wrong === 0) say('good', `${held.size} keterangan cocok dengan riwayat`)
  if (erased.size > 0)
    say('note', `${erased.size} keterangan sudah dihapus atas hak orangnya; rantai riwayat tetap dapat diperiksa`)
}

/** The last signature the timeline knows of each document is the one whose file lies here. */
function checkDocuments(lines, { documents }, bytes, say) {
  const signed = new Map()
  for (const { seq, type, data } of lines)
    if (type === 'document-signed' && data.digest) signed.set(data.document, { seq, digest: data.digest })
  let wrong = 0
  for (const [id, { seq, digest }] of signed) {
    const path = documents.find((each) => each.id === id)?.path ?? null
    const content = path === null ? undefined : bytes.get(path)
    if (content && sha256(content) === digest) continue
    wrong += 1
    say(
      'bad',
      path === null
        ? `dokumen ${id}: surat yang disebut riwayat baris ${seq} tidak disertakan`
        : `${path}: bukan surat yang disebut riwayat baris ${seq}`,
    )
  }
  if (wrong === 0 && signed.size > 0) say('good', `${signed.size} surat cocok dengan riwayat`)
}
