import type { LocalText } from '../schema/common.ts'

export const languages = ['id', 'en'] as const satisfies (keyof LocalText)[]
export type Language = (typeof languages)[number]
