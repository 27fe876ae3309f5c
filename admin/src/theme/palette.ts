import { mix, parseColour, readable } from './contrast.ts'

/** Palm leaf and ink: what every regency shares. */
export const leaf = {
  paper: '#f6f4ee',
  card: '#ffffff',
  line: '#e3ded2',
  ink: '#1f2421',
  muted: '#565c57',
  gold: '#b78a34',
} as const

/** How a clock stands, as colours: `text` is readable on paper, `bar` fills, `wash` tints a background. */
export const tones = {
  calm: { text: '#2d5a4a', bar: '#4c8a74', wash: '#e8f1ec' },
  warned: { text: '#7a5200', bar: '#d9991c', wash: '#fbf1da' },
  breached: { text: '#a3231b', bar: '#c2362d', wash: '#fbe9e7' },
  paused: { text: '#5a605b', bar: '#9aa09b', wash: '#eeeeea' },
  stopped: { text: '#5a605b', bar: '#b9bdb9', wash: '#f1f0ec' },
} as const
export type Tone = keyof typeof tones

const fallback = '#1f5c4d'

/** The regency's colour in the shades the screens need, dark enough to read whatever was chosen. */
export function brandOf(colour: string) {
  const chosen = parseColour(colour) ? colour : fallback
  const main = readable(chosen, leaf.paper, 5)
  return {
    main,
    deep: mix(main, '#0d1411', 0.45),
    wash: mix(main, leaf.card, 0.9),
    line: mix(main, leaf.card, 0.7),
  }
}
