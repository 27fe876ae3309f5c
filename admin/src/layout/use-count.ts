import { useGetList } from 'react-admin'
import { useFormats } from '../i18n/hooks.ts'

type Meta = { counted: number; more: boolean } | undefined

/** How many rows a filter has, asked for with one row; past a thousand the API stops counting. */
export function useCount(resource: string, filter: object): { count: number | null; words: string } {
  const { number } = useFormats()
  const { total, meta, error } = useGetList(
    resource,
    { filter, pagination: { page: 1, perPage: 1 } },
    { refetchInterval: 60_000 },
  )
  const counted = (meta as Meta)?.counted ?? total ?? null
  const more = (meta as Meta)?.more ?? false
  if (counted === null) return { count: null, words: error ? '–' : '' }
  return { count: counted, words: `${number(counted)}${more ? '+' : ''}` }
}
