import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { pdf } from '../api/sample-files.ts'

/** What a person does on the portal's forms. */

export const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click()
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** Fills the open page of a form with those of `answers` that it asks for, by rjsf's element ids. */
export async function fillPage(page: Page, answers: Record<string, unknown>): Promise<void> {
  await page.locator('.fields').first().waitFor()
  for (const [name, answer] of Object.entries(answers)) await fillField(page, `root_${name}`, answer)
}

async function fillField(page: Page, id: string, answer: unknown): Promise<void> {
  const element = page.locator(`[id="${id}"]`)
  if ((await element.count()) === 0) return
  const kind = await element.evaluate((one) => ({
    tag: one.tagName,
    classes: one.className,
    type: one.getAttribute('type'),
  }))
  if (kind.classes.includes('date-parts')) return fillDate(element, String(answer))
  if (kind.classes.includes('region-picker')) return pickRegion(element, String(answer))
  if (kind.classes.includes('choices')) {
    for (const one of Array.isArray(answer) ? answer : [answer]) await element.locator(`input[value="${one}"]`).check()
    return
  }
  if (kind.tag === 'FIELDSET' && Array.isArray(answer)) return fillGroup(page, element, id, answer)
  if (kind.tag === 'SELECT') await element.selectOption(String(answer))
  else if (kind.type === 'checkbox') await element.setChecked(answer === true)
  else await element.fill(typeof answer === 'number' ? answer.toLocaleString('id-ID') : String(answer))
}

export async function fillDate(parts: Locator, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-')
  await parts.getByLabel('Tanggal').fill(String(Number(day)))
  await parts.getByLabel('Bulan').selectOption(String(Number(month)))
  await parts.getByLabel('Tahun').fill(year)
}

/** Chooses level by level, as many as are asked for. */
export async function pickRegion(picker: Locator, code: string): Promise<void> {
  const parts = [code.slice(0, 2), code.slice(0, 5), code.slice(0, 8), code].filter(
    (part, index, all) => all.indexOf(part) === index,
  )
  for (const part of parts) {
    const select = picker.locator(`select:has(option[value="${part}"])`)
    await expect.poll(async () => (await select.count()) > 0 || (await offered(picker)) > part.length).toBe(true)
    if ((await select.count()) > 0) await select.selectOption(part)
  }
}

/** Length of the codes in the first list: where choosing begins. */
async function offered(picker: Locator): Promise<number> {
  const values = await picker
    .locator('select')
    .first()
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  return values.find(Boolean)?.length ?? 0
}

async function fillGroup(page: Page, group: Locator, id: string, items: unknown[]): Promise<void> {
  for (const [index, item] of items.entries()) {
    if ((await page.locator(`[id^="${id}_${index}_"]`).count()) === 0)
      await group.getByRole('button', { name: /^Tambah/ }).click()
    for (const [name, answer] of Object.entries(item as object)) await fillField(page, `${id}_${index}_${name}`, answer)
  }
}

/** Puts a PDF (or a photo where only photos are taken) into every slot, and waits until the office has them all. */
export async function attachAll(page: Page, photo: Buffer): Promise<number> {
  const inputs = page.locator('input[type=file]:not([capture])')
  const count = await inputs.count()
  for (let index = 0; index < count; index += 1) {
    const accept = (await inputs.nth(index).getAttribute('accept')) ?? ''
    const file = accept.includes('pdf')
      ? { name: 'berkas.pdf', mimeType: 'application/pdf', buffer: pdf }
      : { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photo }
    await inputs.nth(index).setInputFiles(file)
  }
  await expect.poll(() => page.getByText('Terkirim').count(), { timeout: 30_000 }).toBe(count)
  return count
}

/** A photo as a phone takes it: `width` × `height`, turned on its side by EXIF, and with the place it was taken at. */
export async function takePhoto(page: Page, width: number, height: number): Promise<Buffer> {
  const drawn = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w
      canvas.height = h
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      for (let x = 0; x < w; x += 40) {
        context.fillStyle = `hsl(${(x / w) * 360} 60% 60%)`
        context.fillRect(x, 0, 40, h)
      }
      context.fillStyle = '#111'
      context.font = `${h / 8}px sans-serif`
      context.fillText('KARTU CONTOH', w / 10, h / 2)
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? ''
    },
    [width, height] as const,
  )
  return withExif(Buffer.from(drawn, 'base64'))
}

const turnedRight = 6
export const cameraName = 'PonselContoh'

/** Puts an EXIF segment behind the start of a JPEG: the camera's name, and that the picture lies on its side. */
function withExif(jpeg: Buffer): Buffer {
  const make = Buffer.from(`${cameraName}\0`)
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + make.length)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(2, 8)
  entry(tiff, 10, 0x010f, 2, make.length, 8 + 2 + 2 * 12 + 4)
  entry(tiff, 22, 0x0112, 3, 1, turnedRight << 16)
  make.copy(tiff, 8 + 2 + 2 * 12 + 4)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16BE(tag, at)
  tiff.writeUInt16BE(type, at + 2)
  tiff.writeUInt32BE(count, at + 4)
  tiff.writeUInt32BE(value, at + 8)
}
