import { z } from 'zod'
import {
  alignments,
  type LetterCondition,
  type LetterTemplate,
  letterKinds,
  letterPaths,
  listMarks,
  textSizes,
} from '../domain/letter.ts'
import { LetterTextError, parseLetterText } from '../domain/letter-text.ts'

const paths: readonly string[] = letterPaths

const Text = z
  .string()
  .max(4000)
  .superRefine((text, context) => {
    try {
      parseLetterText(text)
    } catch (error) {
      if (!(error instanceof LetterTextError)) throw error
      context.addIssue({ code: 'custom', message: error.message })
    }
  })

const Path = z
  .string()
  .refine(
    (path) => /^(answers|documents)\.[a-z][A-Za-z0-9-]*$/.test(path) || paths.includes(path),
    'must be a field of the form such as "answers.nama", a document such as "documents.foto", or one of the letter\'s own values',
  )

const Condition: z.ZodType<LetterCondition> = z.union(
  [z.strictObject({ present: Path }), z.strictObject({ absent: Path })],
  'must be {"present": "answers.nama"} or {"absent": …}',
)
const when = Condition.optional()
const Line = z.union([Text, z.strictObject({ text: Text, when })])
const Row = z.strictObject({ label: Text, value: Text, when })

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: Text, when }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text: Text,
    align: z.enum(alignments).optional(),
    size: z.enum(textSizes).optional(),
    indent: z.literal(true).optional(),
    when,
  }),
  z.strictObject({
    kind: z.literal('fields'),
    rows: z.array(Row).min(1).max(60),
    photo: z
      .string()
      .regex(/^documents\.[a-z][a-z0-9-]*$/)
      .optional(),
    when,
  }),
  z.strictObject({
    kind: z.literal('list'),
    marks: z.enum(listMarks),
    title: Text.optional(),
    items: z.array(Line).min(1).max(60),
    when,
  }),
  z.strictObject({
    kind: z.literal('group'),
    source: z.string().regex(/^answers\.[a-z][A-Za-z0-9]*$/, 'must be a repeated group such as "answers.saksi"'),
    columns: z
      .array(z.strictObject({ label: Text, text: Text }))
      .min(1)
      .max(8),
    when,
  }),
  z.strictObject({ kind: z.literal('findings'), when }),
  z.strictObject({ kind: z.literal('photos'), when }),
  z.strictObject({
    kind: z.literal('signature'),
    above: z.array(Line).max(6),
    position: z.array(Line).min(1).max(6),
    name: Text,
    below: z.array(Line).max(6),
    when,
  }),
])

const Opening = z.discriminatedUnion('style', [
  z.strictObject({ style: z.literal('title'), number: Text.optional(), bilingual: z.literal(true).optional() }),
  z.strictObject({
    style: z.literal('correspondence'),
    date: Text,
    rows: z.array(Row).min(1).max(8),
    recipient: z.array(Line).min(1).max(8),
  }),
])

const Title = z.string().trim().min(1).max(200)

/** A letter of the pack. That its answers exist in the service's form is a cross-check's matter. */
export const LetterTemplateSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  kind: z.enum(letterKinds),
  title: z.strictObject({ id: Title, en: Title }),
  paper: z.literal('A4'),
  opening: Opening,
  blocks: z
    .array(Block)
    .min(1)
    .max(80)
    .refine(
      (blocks) => blocks.some((block) => block.kind === 'signature'),
      'a letter needs a block of kind "signature"',
    ),
  footnotes: z.array(Line).max(10).optional(),
}) satisfies z.ZodType<LetterTemplate>
