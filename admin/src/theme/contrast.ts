/** WCAG 2.2 contrast, for a regency's colour that nobody has checked. Colours are `#rrggbb`. */
type Rgb = [number, number, number]

export function parseColour(colour: string): Rgb | null {
  const match = /^#([0-9a-f]{6})$/i.exec(colour.trim())
  if (!match?.[1]) return null
  const value = Number.parseInt(match[1], 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** `share` of `other` mixed into `colour`, 0 to 1. */
export function mix(colour: string, other: string, share: number): string {
  const from = parseColour(colour) ?? [0, 0, 0]
  const to = parseColour(other) ?? [0, 0, 0]
  const part = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share)
  return `#${([0, 1, 2] as const).map((index) => part(index).toString(16).padStart(2, '0')).join('')}`
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour itself, or darkened until text of it is readable on `paper` (4.5:1 unless told). */
export function readable(colour: string, paper: string, ratio = 4.5): string {
  for (let share = 0; share < 1; share += 0.05) {
    const darker = mix(colour, '#000000', share)
    if (contrast(darker, paper) >= ratio) return darker
  }
  return '#000000'
}

function luminance(colour: string): number {
  const [red, green, blue] = (parseColour(colour) ?? [0, 0, 0]).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
