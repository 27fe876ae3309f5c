import { z } from 'zod'
import { Id } from './common.ts'

/** `POST /api/demo/skip`, only where DEMO is on: moves one running case's own time on to its next rung. */
export const SkipRequest = z.strictObject({ application: Id }).meta({ id: 'SkipRequest' })
