import type { Content } from 'pdfmake/interfaces.js'
import { LetterError } from './letter-error.ts'

/** A drawing, or the bytes of a PNG or JPEG. */
export type Picture = { svg: string } | { image: Uint8Array }

/** What a picture's file may weigh; a phone's photo is made smaller before it is sent in. */
const maxImageBytes = 10 * 1024 * 1024

/** A picture inside a box, in points, keeping its shape. Throws LetterError on what is neither PNG nor JPEG. */
export function pictureContent(picture: Picture, fit: [number, number], path: string): Content {
  if ('svg' in picture) return { svg: picture.svg, fit }
  return { image: dataUrl(picture.image, path), fit }
}

function dataUrl(image: Uint8Array, path: string): string {
  if (image.length > maxImageBytes) throw new LetterError('bad-value', path, 'is a picture too big for a letter')
  const type = typeOf(image)
  if (!type) throw new LetterError('bad-value', path, 'is neither a PNG nor a JPEG picture')
  return `data:${type};base64,${Buffer.from(image).toString('base64')}`
}

function typeOf(image: Uint8Array): string | undefined {
  const start = Buffer.from(image.subarray(0, 8)).toString('latin1')
  if (start === '\x89PNG\r\n\x1a\n') return 'image/png'
  return start.startsWith('\xff\xd8\xff') ? 'image/jpeg' : undefined
}
