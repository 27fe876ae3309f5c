import { z } from 'zod'
import { Code } from '../../catalogue/schema/common.ts'
import { statuses } from '../../domain/case/state.ts'
import { isPlausibleNik } from '../../domain/nik.ts'
import { channels } from '../../domain/service.ts'
import { statusOfWord } from './headings.ts'
import { readDate, readMoment } from './moment.ts'

/** What somebody did: a decision, or what stands between decisions. */
export const actWords = ['approve', 'return', 'reject', 'sign', 'acknowledge', 'claim', 'correct', 'withdraw'] as const

const line = z.string().trim().min(1).max(200)
const note = z.string().trim().min(1).max(4000)
const email = z.email('must be an e-mail address').transform((text) => text.toLowerCase())
const file = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((path) => !path.split(/[/\\]/).includes('..') && !/^([/\\]|[a-z]:)/i.test(path), {
    message: 'must be a file beside the row file, without ".." and without a leading slash',
  })

const Deficiency = z.strictObject({ target: z.enum(['field', 'document', 'other']), name: line, message: note })

/** Registers write phone numbers with blanks and dashes. */
const phone = z
  .string()
  .transform((text) => text.replace(/[\s.()-]/g, ''))
  .refine((text) => /^(\+62|62|0)8\d{8,11}$/.test(text), 'must be a mobile number such as 081234567890')

const nik = z
  .string()
  .trim()
  .refine((text) => !/e\+/i.test(text), 'was shortened by the spreadsheet; format the column as text')
  .refine((text) => /e\+/i.test(text) || isPlausibleNik(text), 'must be a NIK of 16 digits with a possible birth date')

const schemas = new Map<number, ReturnType<typeof makeSchema>>()

/** A row, in an office of this offset from UTC. */
export function rowSchema(utcOffsetMinutes: number): ReturnType<typeof makeSchema> {
  const known = schemas.get(utcOffsetMinutes) ?? makeSchema(utcOffsetMinutes)
  schemas.set(utcOffsetMinutes, known)
  return known
}

function makeSchema(utcOffsetMinutes: number) {
  const moment = z
    .string()
    .trim()
    .max(40)
    .transform((text, context) => {
      const read = readMoment(text, utcOffsetMinutes)
      if (read) return read
      context.addIssue({ code: 'custom', message: 'must be a date such as 2026-10-01, 1/10/2026 or 2026-10-01 09:30' })
      return z.NEVER
    })
  const date = z
    .string()
    .trim()
    .transform((text, context) => {
      const read = readDate(text)
      if (read) return read
      context.addIssue({ code: 'custom', message: 'must be a date such as 2026-10-01 or 1/10/2026' })
      return z.NEVER
    })
  const Step = z.strictObject({
    act: z.enum(actWords),
    /** Code of the step; not for `correct` and `withdraw`. */
    step: Code.optional(),
    at: moment,
    /** E-mail of the officer's account. */
    officer: email.optional(),
    note: note.optional(),
    deficiencies: z.array(Deficiency).max(30).default([]),
    /** The whole of the answers as corrected; the row's own when absent. */
    answers: z.record(z.string(), z.unknown()).optional(),
  })
  return z.strictObject({
    service: Code,
    /** Number of the old file: unique in its service, kept and found by it. */
    reference: z.string().trim().min(1).max(120),
    applicant: z.strictObject({
      name: z.string().trim().min(2).max(120),
      nik,
      phone: phone.optional(),
      email: email.optional(),
      /** Region code, or the village's name where only one in the regency has it. */
      village: line.optional(),
      /** E-mail of the applicant's account, where they have one. */
      account: email.optional(),
    }),
    channel: z.enum(channels).default('import'),
    servicePoint: Code.optional(),
    /** E-mail of the account that filed it for them. */
    filedBy: email.optional(),
    proxy: z.strictObject({ manner: note, witness: line.optional(), relation: line.optional() }).optional(),
    filedAt: moment,
    answers: z.record(z.string(), z.unknown()).default({}),
    /** By code of the required document: a file beside the row file. */
    documents: z.record(z.string(), file).default({}),
    steps: z.array(Step).max(60).default([]),
    status: z
      .string()
      .transform((text) => statusOfWord(text))
      .pipe(z.enum(statuses))
      .optional(),
    /** Where an open case stands, when its steps are not told one by one. */
    atStep: Code.optional(),
    since: moment.optional(),
    completeAt: moment.optional(),
    closedAt: moment.optional(),
    overdue: z.enum(['deem', 'hold']).optional(),
    document: z
      .strictObject({
        number: z.string().trim().min(1).max(120),
        issuedAt: moment.optional(),
        validUntil: date.optional(),
        file: file.optional(),
      })
      .optional(),
  })
}

export type ImportRow = z.output<ReturnType<typeof rowSchema>>
export type RowStep = ImportRow['steps'][number]
/** A row as generators write it. */
export type ImportRowInput = z.input<ReturnType<typeof rowSchema>>
