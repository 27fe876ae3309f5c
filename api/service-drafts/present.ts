import type { z } from 'zod'
import { inIndonesian } from '../../catalogue/pack/in-indonesian.ts'
import type { Problem } from '../../catalogue/pack/problem.ts'
import type { ServiceDraft, ServiceVersionDetail, ServiceVersionRow } from '../../contracts/service-drafts.ts'
import { namesOf } from '../../models/auth-user.ts'
import { Application } from '../../models/case/application.ts'
import { currentVersion } from '../../models/catalogue/catalogue.ts'
import type { DraftRecord } from '../../models/catalogue/draft.ts'
import { ServiceVersion, type ServiceVersionRecord } from '../../models/catalogue/service-version.ts'
import type { Language } from '../request.ts'
import { presentDetail } from '../services/present.ts'

type Named = { id: string; name: string } | null

function nameIn(names: Map<string, string>, account: string | null): Named {
  return account === null ? null : { id: account, name: names.get(account) ?? account }
}

export async function presentDraft(draft: DraftRecord): Promise<z.infer<typeof ServiceDraft>> {
  const { code, base, revision, text, by, at } = draft
  const definition: Record<string, unknown> = JSON.parse(text)
  return { code, base, revision, by: nameIn(await namesOf([by]), by), at: at.toISOString(), definition }
}

/** Newest first, each with how many cases go on under it. */
export async function presentVersions(code: string): Promise<z.infer<typeof ServiceVersionRow>[]> {
  const fields = 'version digest publishedAt publishedBy effectiveFrom note'
  const [versions, inForce, counted] = await Promise.all([
    ServiceVersion.find({ code }).sort({ version: -1 }).limit(200).select(fields).lean<ServiceVersionRecord[]>(),
    currentVersion(code),
    Application.aggregate<{ _id: number; open: number }>([
      { $match: { service: code, closedAt: null } },
      { $group: { _id: '$serviceVersion', open: { $sum: 1 } } },
    ]),
  ])
  const open = new Map(counted.map(({ _id, open: count }) => [_id, count]))
  const names = await namesOf(versions.flatMap(({ publishedBy }) => publishedBy ?? []))
  return versions.map((one) => ({
    ...presentPublished(one, names),
    current: one.version === inForce?.version,
    openCases: open.get(one.version) ?? 0,
  }))
}

function presentPublished(published: ServiceVersionRecord, names: Map<string, string>) {
  const { version, publishedAt, publishedBy, digest, effectiveFrom, note } = published
  const by = nameIn(names, publishedBy ?? null)
  return {
    version,
    publishedAt: publishedAt.toISOString(),
    by,
    digest,
    effectiveFrom: effectiveFrom ?? null,
    note: note ?? null,
  }
}

export async function presentVersion(
  published: ServiceVersionRecord,
  language: Language,
): Promise<z.infer<typeof ServiceVersionDetail>> {
  const names = await namesOf(published.publishedBy ? [published.publishedBy] : [])
  const shown = await presentDetail(published, language)
  return { ...presentPublished(published, names), definition: { ...published.definition }, shown }
}

export function presentProblems(problems: readonly Problem[], language: Language) {
  return problems.map((problem) => {
    const { message, mend } = language === 'id' ? inIndonesian(problem) : problem
    return { path: problem.path, message, mend: mend ?? null }
  })
}
