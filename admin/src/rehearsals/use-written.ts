import { useQuery } from '@tanstack/react-query'
import { draftCalls } from '../providers/draft-calls.ts'
import { entryWords } from '../services/draft/telling.ts'
import { useTongue } from '../services/draft/use-tongue.ts'

/** The draft of a service, or what is in force, with its name in the screen's language. */
export function useWritten(service: string) {
  const tongue = useTongue()
  const query = useQuery({ queryKey: ['rehearsals', 'draft', service], queryFn: () => draftCalls.draft(service) })
  return { ...query, name: query.data ? entryWords(query.data.definition, service, tongue) : service }
}
