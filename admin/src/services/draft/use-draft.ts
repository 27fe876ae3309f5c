import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { DraftCheck, ServiceDraft } from '../../../../contracts/service-drafts.ts'
import { newKey } from '../../providers/act-keys.ts'
import { draftCalls } from '../../providers/draft-calls.ts'
import { problemOf } from '../../providers/http.ts'
import { same } from './compare.ts'
import { type Place, withValue } from './place.ts'
import { rebase } from './rebase.ts'

export type Problem = DraftCheck['problems'][number]

/** What an editor has in hand: what was read, what it has become on this screen, and what stands in the way. */
export type Work = {
  read: ServiceDraft
  mine: unknown
  problems: Problem[]
  /** What somebody else saved, published or discarded meanwhile, found when saving. */
  conflict: ServiceDraft | null
}

const key = (code: string) => ['draft', code] as const

/** The draft of a service: read once, changed on this screen only, saved over the revision that was read. */
export function useDraft(code: string) {
  const queryClient = useQueryClient()
  const query = useQuery({
    queryKey: key(code),
    queryFn: () => readDraft(code),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const [changed, setChanged] = useState<Work | null>(null)
  const [busy, setBusy] = useState(false)
  const work = changed ?? query.data ?? null

  const change = useCallback(
    (place: Place, value: unknown) =>
      setChanged((before) => {
        const base = before ?? queryClient.getQueryData<Work>(key(code)) ?? null
        return base && { ...base, mine: withValue(base.mine, place, value) }
      }),
    [queryClient, code],
  )
  /** Saves and checks; `null` where somebody else was there first, which `conflict` then tells. */
  const save = async (): Promise<ServiceDraft | null> => {
    if (!work) return null
    setBusy(true)
    try {
      const saved = await draftCalls.saveDraft(code, work.read.revision, work.mine)
      const { problems } = await draftCalls.checkDraft(code, newKey())
      setChanged({ read: saved, mine: saved.definition, problems, conflict: null })
      return saved
    } catch (error) {
      if (problemOf(error).code !== 'draft-changed') throw error
      const conflict = await draftCalls.draft(code)
      setChanged({ ...work, conflict })
      return null
    } finally {
      setBusy(false)
    }
  }
  const settle = (how: 'merge' | 'take') =>
    setChanged((now) => {
      if (!now?.conflict) return now
      const { conflict, read, mine } = now
      const merged = how === 'take' ? conflict.definition : rebase(read.definition, mine, conflict.definition).merged
      return { read: conflict, mine: merged, problems: [], conflict: null }
    })
  const reread = async () => {
    setChanged(null)
    await queryClient.resetQueries({ queryKey: key(code) })
  }
  return {
    work,
    unsaved: work !== null && !same(work.read.definition, work.mine),
    error: query.error,
    refetch: query.refetch,
    busy,
    change,
    save,
    settle,
    reread,
  }
}

async function readDraft(code: string): Promise<Work> {
  const read = await draftCalls.draft(code)
  const { problems } = read.revision > 0 ? await draftCalls.checkDraft(code, newKey()) : { problems: [] }
  return { read, mine: read.definition, problems, conflict: null }
}
