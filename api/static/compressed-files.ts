import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { RequestHandler } from 'express'

const compressible = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.map', '.wasm', '.mjs'])
const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

type Encoding = 'br' | 'gzip'
type Variant = { body: Buffer; etag: string; mtime: number }

/**
 * Text files of a folder, compressed once per process and kept: brotli where the browser takes it, else gzip. A file that
 * the build compressed already (`x.js.br` beside `x.js`) is taken as it is. Whatever it does not serve goes on.
 */
export function compressedFiles(folder: string, cacheControl: string): RequestHandler {
  const kept = new Map<string, Promise<Variant>>()
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const file = fileOf(folder, request.path)
    if (!file || !compressible.has(extname(file))) return next()
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return next()
    const encoding = request.acceptsEncodings('br') || request.acceptsEncodings('gzip')
    response.set('Cache-Control', cacheControl).vary('Accept-Encoding')
    if (encoding !== 'br' && encoding !== 'gzip') return next()
    const key = `${encoding} ${file}`
    let variant = await kept.get(key)?.catch(() => undefined)
    if (!variant || variant.mtime !== found.mtimeMs) {
      const made = compress(file, encoding, found.mtimeMs)
      kept.set(key, made)
      variant = await made
    }
    response.set({ ETag: variant.etag, 'Content-Encoding': encoding }).type(extname(file))
    response.send(variant.body)
  }
}

/** The file an address names inside the folder; undefined for one that leaves it. */
function fileOf(folder: string, path: string): string | undefined {
  try {
    const name = normalize(decodeURIComponent(path))
    return name.startsWith('/') && !name.includes('\0') && !name.includes('..') ? join(folder, name) : undefined
  } catch {
    return undefined
  }
}

async function compress(file: string, encoding: Encoding, mtime: number): Promise<Variant> {
  const ready = await readFile(`${file}.${encoding === 'br' ? 'br' : 'gz'}`).catch(() => undefined)
  const body = ready ?? (await pack(await readFile(file), encoding))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { body, etag, mtime }
}

/** Brotli at 6 beats gzip at 9 in size and time; higher levels would keep the first visitor waiting. */
function pack(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return toGzip(bytes, { level: 9 })
  return toBrotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
}
