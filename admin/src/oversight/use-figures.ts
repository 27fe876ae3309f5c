import { type RaRecord, useGetList } from 'react-admin'

export type Named = {
  office: string | null
  service: string | null
  step: string | null
  officer: string | null
  names: {
    office: string | null
    service: { id: string; en: string } | null
    step: { id: string; en: string } | null
    officer: string | null
  }
}

/** Rows of one of oversight's lists, kept live, with up to when everything is counted in them. */
export function useFigures<Row extends { id: string }>(list: string, filter: object, perPage = 200) {
  const asked = useGetList<Row & RaRecord>(
    `oversight/${list}`,
    { filter, pagination: { page: 1, perPage }, sort: { field: 'id', order: 'ASC' } },
    { refetchInterval: 60_000, placeholderData: (before) => before },
  )
  const asOf = (asked.meta as { asOf?: string | null } | undefined)?.asOf ?? null
  return { ...asked, rows: asked.data ?? [], asOf }
}
