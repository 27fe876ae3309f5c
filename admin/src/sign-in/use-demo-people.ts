import { useEffect, useState } from 'react'
import type { DemoPerson } from '../../../contracts/me.ts'
import { call } from '../providers/http.ts'

/** undefined while they are asked for. Not through the query cache, which signing out empties while this page opens. */
export function useDemoPeople(): DemoPerson[] | undefined {
  const [people, setPeople] = useState<DemoPerson[]>()
  useEffect(() => {
    let gone = false
    call<DemoPerson[]>('/api/demo/people').then(
      ({ data }) => gone || setPeople(data),
      () => gone || setPeople([]),
    )
    return () => {
      gone = true
    }
  }, [])
  return people
}
