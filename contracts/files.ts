import { z } from 'zod'
import { Id } from './common.ts'

/** `POST /api/files`, multipart, one field `file`. The type is what the content says, whatever the name's ending. */
export const StoredFile = z
  .object({
    id: Id,
    name: z.string(),
    type: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']),
    size: z.int(),
  })
  .meta({ id: 'StoredFile' })
export type StoredFile = z.infer<typeof StoredFile>

export const maxFileBytes = 10 * 1024 * 1024
