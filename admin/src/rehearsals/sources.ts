import type { AskRehearsal } from '../../../contracts/rehearsals.ts'
import type { ServiceDraft, ServiceVersionRow } from '../../../contracts/service-drafts.ts'

export type Source = AskRehearsal['source']

/** A source as the value of a choice. */
export const sourceValue = (source: Source) =>
  source.kind === 'draft' ? `draft-${source.revision}` : `version-${source.version}`

/** What can be played: the draft where there is one, then the versions, newest first. */
export function sourcesOf(
  draft: Pick<ServiceDraft, 'revision'> | undefined,
  versions: readonly ServiceVersionRow[],
): Source[] {
  const written: Source[] = draft && draft.revision > 0 ? [{ kind: 'draft', revision: draft.revision }] : []
  return [...written, ...versions.map(({ version }): Source => ({ kind: 'version', version }))]
}

/** What is played unless somebody chooses: what is being written, else what is in force. */
export function usualSource(sources: readonly Source[], versions: readonly ServiceVersionRow[]): Source | undefined {
  const inForce = versions.find(({ current }) => current)?.version
  return sources.find((each) => each.kind === 'draft' || each.version === inForce) ?? sources[0]
}
