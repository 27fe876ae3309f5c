/** The code that opens the next seal, and until when it does (epoch ms). It is rolled: each is asked for with the one before. */
export type SealCode = { code: string; expiresAt: number }

/** Where the rolling code of the subscriber is kept between processes. */
export interface SealCodeStore {
  load(): Promise<SealCode | undefined>
  /** Takes the place of `before`; false when another process has rolled it meanwhile. */
  replace(before: SealCode | undefined, next: SealCode): Promise<boolean>
}
