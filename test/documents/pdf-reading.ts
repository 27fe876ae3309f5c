import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { type PopplerTool, poppler } from '../setup/poppler.ts'

/** Runs a poppler tool on a PDF; `args` come before the file's name, `after` behind it. */
export async function read(
  tool: PopplerTool,
  pdf: Uint8Array,
  args: string[] = [],
  after: string[] = [],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    await writeFile(file, pdf)
    return await poppler(tool, ...args, file, ...after)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The text as a reader sees it, lines in order. */
export function textOf(pdf: Uint8Array): Promise<string> {
  return read('pdftotext', pdf, ['-layout'], ['-'])
}

/** What the QR code on a page says to a telephone's camera. */
export async function qrOn(pdf: Uint8Array, page = 1): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-png-'))
  try {
    const picture = join(folder, 'page')
    await read('pdftoppm', pdf, ['-r', '150', '-png', '-singlefile', '-f', `${page}`], [picture])
    const { data, width, height } = PNG.sync.read(await readFile(`${picture}.png`))
    return scan(new Uint8ClampedArray(data), width, height)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function scan(data: Uint8ClampedArray, width: number, height: number): string | undefined {
  // Its types speak of an ES module; what Node loads is the function in `default`.
  const decode = 'default' in jsqr ? jsqr.default : jsqr
  return decode(data, width, height)?.data
}
