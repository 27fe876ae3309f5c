import pc from 'picocolors'

/** Where long steps tell how far they are; the screen by default. */
export interface Progress {
  /** One finished sentence on a line of its own. */
  line(text: string): void
  /** A step under way; redrawn in place on a terminal, said once otherwise. */
  update(text: string): void
}

/** Writes to `stream`; on anything but a terminal each step is announced once, without redrawing. */
export function screenProgress(stream: NodeJS.WriteStream = process.stdout): Progress {
  const announced = new Set<string>()
  let drawn = false
  return {
    line(text) {
      if (drawn) stream.write('\r\x1b[2K')
      drawn = false
      stream.write(`${text}\n`)
    },
    update(text) {
      const step = text.split(' · ')[0] ?? text
      if (stream.isTTY) {
        stream.write(`\r\x1b[2K${pc.dim(text)}`)
        drawn = true
      } else if (!announced.has(step)) {
        announced.add(step)
        stream.write(`${text}\n`)
      }
    },
  }
}

export const silentProgress: Progress = { line() {}, update() {} }

/** `44.5 MB`, decimal units as package registries show them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
