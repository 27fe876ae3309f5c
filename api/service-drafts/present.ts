import type { z } from 'zod'
import type { Problem } from '../../catalogue/pack/problem.ts'
import type { ServiceDraft, ServiceVersionRow } from '../../contracts/service-drafts.ts'
import { namesOf } from '../../models/auth-user.ts'
import { Application } from '../../models/case/application.ts'
import type { DraftRecord } from '../../models/catalogue/draft.ts'
import { ServiceVersion, type ServiceVersionRecord } from '../../models/catalogue/service-version.ts'

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
export async function presentVersions(code: string, current: number): Promise<z.infer<typeof ServiceVersionRow>[]> {
  const fields = 'version digest publishedAt publishedBy'
  const [versions, counted] = await Promise.all([
    ServiceVersion.find({ code }).sort({ version: -1 }).limit(200).select(fields).lean<ServiceVersionRecord[]>(),
    Application.aggregate<{ _id: number; open: number }>([
      { $match: { service: code, closedAt: null } },
      { $group: { _id: '$serviceVersion', open: { $sum: 1 } } },
    ]),
  ])
  const open = new Map(counted.map(({ _id, open: count }) => [_id, count]))
  const names = await namesOf(versions.flatMap(({ publishedBy }) => publishedBy ?? []))
  return versions.map(({ version, publishedAt, publishedBy, digest }) => ({
    version,
    publishedAt: publishedAt.toISOString(),
    by: nameIn(names, publishedBy ?? null),
    digest,
    current: version === current,
    openCases: open.get(version) ?? 0,
  }))
}

export function presentProblems(problems: readonly Problem[]) {
  return problems.map(({ path, message, mend }) => ({ path, message, mend: mend ?? null }))
}
