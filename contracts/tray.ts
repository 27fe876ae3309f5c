import { z } from 'zod'
import { lookFirst } from '../domain/case/look-first.ts'
import { Id, LocalText } from './common.ts'
import { TaskRow } from './tasks.ts'

/** Most documents that one passphrase signs. */
export const trayLimit = 50

/** Documents to be signed with one passphrase, which lives in the memory of the process that takes it (design rule 5). */
export const SignTasks = z
  .strictObject({
    tasks: z
      .array(z.strictObject({ id: Id }))
      .min(1)
      .max(trayLimit),
    /** Passphrase or code of the signer; kept nowhere, gone within minutes. */
    signing: z.strictObject({ passphrase: z.string().min(1).max(200) }),
  })
  .meta({ id: 'SignTasks' })
export type SignTasks = z.infer<typeof SignTasks>

/** Why a document is to be looked at by itself: `text` is what an officer wrote, `step` where they did. */
export const LookFirst = z
  .object({ code: z.enum(lookFirst), text: z.string().nullable(), step: LocalText.nullable() })
  .meta({ id: 'LookFirst' })
export type LookFirst = z.infer<typeof LookFirst>

/** A document that waits for the signer's name. */
export const TrayRow = TaskRow.extend({
  /** What would be signed. */
  document: LocalText,
  /** `GET` it for a draft PDF without number. */
  preview: z.string(),
  /** Empty for an ordinary one. */
  lookFirst: z.array(LookFirst),
}).meta({ id: 'TrayRow' })
export type TrayRow = z.infer<typeof TrayRow>

/** The tray takes no filter: it is one person's own. */
export const TrayFilter = z.strictObject({})
