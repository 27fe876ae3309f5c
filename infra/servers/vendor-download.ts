import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { megabytes, type Progress } from '../progress.ts'

const answerWithinMs = 15_000

/** Downloads the vendor's own `.tar.gz` over HTTPS and puts its one binary at `target`. Throws when not reached. */
export async function installFromVendor(url: string, target: string, progress: Progress): Promise<void> {
  const host = new URL(url).host
  progress.update(`Asking ${host} for ${basename(target)}`)
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new Error(`no answer in ${answerWithinMs / 1000} s`)), answerWithinMs)
  const response = await fetch(url, { signal: controller.signal }).finally(() => clearTimeout(timer))
  if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`)

  await mkdir(dirname(target), { recursive: true })
  const staging = await mkdtemp(join(dirname(target), 'download-'))
  try {
    const archive = join(staging, 'archive.tar.gz')
    const total = Number(response.headers.get('content-length') ?? 0)
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream),
      countBytes((done) => progress.update(`Fetching ${basename(target)} from ${host} · ${amount(done, total)}`)),
      createWriteStream(archive),
    )
    await untar(archive, staging)
    const files = await readdir(staging, { recursive: true })
    const binary = files.find((file) => basename(file) === basename(target))
    if (!binary) throw new Error(`the archive from ${host} holds no ${basename(target)}`)
    await chmod(join(staging, binary), 0o755)
    await rename(join(staging, binary), target)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

function amount(done: number, total: number): string {
  return total ? `${megabytes(done)} of ${megabytes(total)}` : megabytes(done)
}

function countBytes(tell: (done: number) => void): Transform {
  let done = 0
  let told = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      done += chunk.length
      if (done - told > 1e6) {
        told = done
        tell(done)
      }
      next(null, chunk)
    },
  })
}

function untar(archive: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('tar', ['-xzf', archive, '-C', folder], { stdio: 'ignore' })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))))
  })
}
