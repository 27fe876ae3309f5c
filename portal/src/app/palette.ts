type Rgb = [number, number, number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]

/** The shades the screens use, made of a regency's one colour so that white text on them is always readable. */
export type Palette = { brand: string; deep: string; soft: string }

/** `colour` is `#rrggbb`; null when it is not. */
export function parseColour(colour: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim())
  if (!match) return null
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((pair) => Number.parseInt(pair, 16))
  return [red, green, blue]
}

/** Contrast of two colours, 1–21 (WCAG 2.2, 1.4.3). */
export function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Shades of the colour, darkened as far as white text on them needs: 5:1 on `brand`, 8:1 on `deep`. */
export function createPalette(colour: string): Palette | null {
  const given = parseColour(colour)
  if (!given) return null
  const brand = darkenUntil(given, 5)
  return { brand: hex(brand), deep: hex(darkenUntil(mix(brand, black, 0.22), 8)), soft: hex(mix(brand, white, 0.9)) }
}

function darkenUntil(colour: Rgb, wanted: number): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const darker = mix(colour, black, share)
    if (contrast(darker, white) >= wanted) return darker
  }
  return black
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share)
  return [channel(0), channel(1), channel(2)]
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (value: number) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const hex = (colour: Rgb) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
