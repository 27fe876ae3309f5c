const longestSide = 1600
const qualities = [0.82, 0.7, 0.55, 0.4]

/** A photo that no part of the browser could read. */
export class UnreadablePhoto extends Error {
  override name = 'UnreadablePhoto'
}

/**
 * A photo small enough for a thin line: at most 1,600 pixels a side, JPEG, upright, and without what the camera wrote into it
 * (place, time, device). Tries harder until it is under `maxBytes`. Throws `UnreadablePhoto`.
 */
export async function shrinkPhoto(photo: Blob, maxBytes: number): Promise<Blob> {
  const picture = await decode(photo)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new UnreadablePhoto()
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  let smallest: Blob | null = null
  for (const quality of qualities) {
    smallest = await encode(canvas, quality)
    if (smallest.size <= maxBytes) break
  }
  canvas.width = 0
  if (!smallest) throw new UnreadablePhoto()
  return smallest
}

async function decode(photo: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(photo, { imageOrientation: 'from-image' })
  } catch {
    throw new UnreadablePhoto()
  }
}

function encode(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new UnreadablePhoto())), 'image/jpeg', quality),
  )
}
