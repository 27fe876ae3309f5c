import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Code, FieldName, RegionCode } from '../../catalogue/schema/common.ts'
import { channels } from '../../domain/service.ts'

const text = z.string().trim().min(1).max(400)
const texts = z.array(text).min(1)
const weight = z.number().positive()
const file = z.string().regex(/^[a-z0-9/-]+\.(pdf|jpg)$/)
const span = z.tuple([z.number(), z.number()])

/**
 * One service's part. Texts may hold the applicant's `{given}`, `{name}`, `{village}` and `{district}`, somebody else's name
 * as `{woman}`, `{man}` or `{anybody}`, and `{digits:4}`.
 */
const DemoService = z.strictObject({
  closed: z.int().min(0),
  /** Open cases by the step they wait at, or `returned`. */
  running: z.record(z.string(), z.int().min(0)),
  women: z.number().min(0).max(1),
  ages: span,
  channels: z.partialRecord(z.enum(channels), weight),
  outcomes: z.strictObject({
    approved: weight,
    rejected: weight.optional(),
    withdrawn: weight.optional(),
    deemed: weight.optional(),
  }),
  texts: z.record(FieldName, texts),
  /** Smallest and largest, in steps of the third. */
  numbers: z.record(FieldName, z.tuple([z.number(), z.number(), z.number()])).default({}),
  choices: z.record(FieldName, z.record(z.string(), weight)).default({}),
  /** Choices that go with the applicant's sex. */
  sexes: z.record(FieldName, z.strictObject({ woman: text, man: text })).default({}),
  /** Whose NIK a field asks for; anybody's where it is not said. */
  niks: z.record(FieldName, z.enum(['woman', 'man'])).default({}),
  /** Days before filing, from and to (negative: after); `birth` is the applicant's own. */
  dates: z.record(FieldName, z.union([z.literal('birth'), span])).default({}),
  deficiencies: z
    .array(z.strictObject({ target: z.enum(['field', 'document', 'other']), name: text, message: text }))
    .min(1),
  rejections: texts,
  /** How the owner's system numbers what it issues, as a numbering pattern. */
  externalNumber: text.optional(),
})
export type DemoService = z.infer<typeof DemoService>

/** `demo/cases.json` of a pack: what the made-up cases are made of. Nobody in it exists. */
export const DemoCases = z.strictObject({
  seed: z.int(),
  months: z.int().min(1).max(24),
  women: texts,
  men: texts,
  womensFamilies: texts,
  mensFamilies: texts,
  /** Villages that cases come from more often than from the others together (weight 1). */
  villages: z.record(RegionCode, weight),
  texts: z.record(FieldName, texts).default({}),
  notes: z.strictObject({ corrected: texts, withdrawn: texts, supervised: texts }),
  consents: texts,
  files: z.strictObject({ paper: file, womensPhoto: file, mensPhoto: file, archive: file }),
  /** Share of closed cases whose document has a scan. */
  scanned: z.number().min(0).max(1),
  /** Share of open tasks that their officer has taken up. */
  claimed: z.number().min(0).max(1),
  services: z.record(Code, DemoService),
  /** Cases of people who can sign in: by e-mail, service, and outcome or step. */
  own: z.array(z.strictObject({ person: z.email(), service: Code, stage: text })),
})
export type DemoCases = z.infer<typeof DemoCases>

/** The pack's demonstration, or null where it has none. Throws naming what is wrong in the file. */
export async function readDemoCases(pack: string): Promise<DemoCases | null> {
  const path = join(pack, 'demo', 'cases.json')
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return null
    throw error
  })
  if (content === null) return null
  const parsed = DemoCases.safeParse(JSON.parse(content))
  if (parsed.success) return parsed.data
  throw new Error(`${path}: ${z.prettifyError(parsed.error)}`)
}
