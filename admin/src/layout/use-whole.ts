import { type RaRecord, useGetOne, useParams } from 'react-admin'

/**
 * The record that the address names, whole. react-admin fills the cache of single records from lists, whose rows know less;
 * under a `meta` of its own this one is never taken for whole before it came.
 */
export function useWhole<T extends RaRecord>(resource: string) {
  const { id = '' } = useParams<{ id: string }>()
  return useGetOne<T>(resource, { id, meta: { whole: true } }, { refetchInterval: 60_000 })
}
