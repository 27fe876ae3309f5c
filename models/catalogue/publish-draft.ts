import { digestOf } from '../../catalogue/digest.ts'
import { checkDefinition } from '../../catalogue/pack/check-definition.ts'
import type { Problem } from '../../catalogue/pack/problem.ts'
import { publishable } from '../../catalogue/pack/publish.ts'
import { auditWithin } from '../audit.ts'
import { inTransaction } from '../transaction.ts'
import { forgetCatalogue } from './cache.ts'
import { Draft, type DraftRecord } from './draft.ts'
import { livePack } from './live-pack.ts'
import { Service } from './service.ts'
import { ServiceVersion, type ServiceVersionRecord } from './service-version.ts'

export type Published =
  | { version: number }
  | { problems: Problem[] }
  /** `changed`: another revision, or another version in force than the draft began from. `same`: it says nothing new. */
  | { refused: 'changed' | 'same' }

/** All that is wrong with a draft; nothing where it can be published. Throws RangeError before a pack was loaded. */
export async function checkDraft({ code, text }: Pick<DraftRecord, 'code' | 'text'>) {
  const live = await livePack()
  if (!live) throw new RangeError('the pack has to be loaded once more before a service can be edited')
  return { ...checkDefinition(code, JSON.parse(text), live.parts), pack: live.pack }
}

/** `asked`: digest of what was asked under `key`. `effectiveFrom`: a day still to come, null for at once. */
export type Publishing = {
  by: string
  key: string
  asked: string
  note: string | null
  effectiveFrom: string | null
}

/** Makes the draft the next version, for good, and forgets it; open cases stay on theirs. With its line in the audit chain. */
export async function publishDraft(draft: DraftRecord, publishing: Publishing): Promise<Published> {
  const { by, key, asked, note, effectiveFrom } = publishing
  const { code, base, revision } = draft
  const { definition, problems, pack } = await checkDraft(draft)
  if (!definition) return { problems }
  const content = publishable(definition, pack)
  const digest = digestOf(content)
  const version = base + 1
  const published = await inTransaction(async (session): Promise<Published> => {
    const [kept, service] = [
      await Draft.findOne({ code, revision }).session(session).lean(),
      await Service.findOne({ code }).session(session).orFail().lean(),
    ]
    if (!kept || service.current !== base) return { refused: 'changed' }
    if (service.digest === digest) return { refused: 'same' }
    // Whoever saves or publishes meanwhile writes one of the same documents: one of both transactions begins anew.
    await Draft.deleteOne({ code, revision }, { session })
    const edited = { agency: definition.agency, current: version, digest, edited: true }
    await Service.updateOne({ code }, { $set: edited }, { session })
    await ServiceVersion.insertMany(
      [
        {
          code,
          version,
          digest,
          publishedAt: new Date(),
          publishedBy: by,
          publishedWith: key,
          asked,
          effectiveFrom,
          note,
          ...content,
        },
      ],
      { session },
    )
    const subject = { kind: 'service-version', id: `${code}/${version} ${digest}` }
    await auditWithin(session, { act: 'publish', by, subject, purpose: null })
    return { version }
  })
  forgetCatalogue()
  return published
}

/** What this person published under this key before. */
export async function publishedBefore(code: string, by: string, key: string): Promise<ServiceVersionRecord | null> {
  return ServiceVersion.findOne({ code, publishedBy: by, publishedWith: key }).lean<ServiceVersionRecord>()
}
