/** Something wrong with a pack, told so that whoever wrote the file can mend it. */
export type Problem = {
  /** Relative to the pack's folder. */
  file: string
  service?: string
  /** The place in the file, `form[tempat-praktik].fields[desaPraktik].within`; empty for the file as a whole. */
  path: string
  message: string
  /** How to mend it, where that can be said. */
  mend?: string
}

/** One problem as a paragraph for a terminal. */
export function tell({ file, service, path, message, mend }: Problem): string {
  const where = [file, service && `service ${service}`, path].filter(Boolean).join(' · ')
  return [where, `  ${message}`, ...(mend ? [`  → ${mend}`] : [])].join('\n')
}

/** Thrown by whoever needs a whole pack and got one with problems. */
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(tell).join('\n'))
    this.problems = problems
  }
}
