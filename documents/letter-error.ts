/**
 * Why a letter cannot be made of this data. Carries the path and never the value, which may be somebody's name.
 * missing-value: a value the letter cannot do without · bad-value: not of the kind the format wants, or a code nobody knows ·
 * unprintable: a character the letters' font does not have.
 */
export class LetterError extends Error {
  override readonly name = 'LetterError'
  readonly code: 'missing-value' | 'bad-value' | 'unprintable'
  readonly path: string

  constructor(code: LetterError['code'], path: string, message: string) {
    super(`${path}: ${message}`)
    this.code = code
    this.path = path
  }
}
