import { useGetList } from 'react-admin'
import type { ServiceSummary } from '../../../contracts/services.ts'
import { useLocalText } from '../i18n/hooks.ts'
import type { Option } from './OfficerField.tsx'

/** The catalogue's services as choices, and the name that goes with a code; a code not known here stands for itself. */
export function useServiceNames() {
  const local = useLocalText()
  const { data = [] } = useGetList<ServiceSummary & { id: string }>('services', {
    pagination: { page: 1, perPage: 200 },
  })
  const options: Option[] = data.map(({ code, name }) => ({ id: code, label: local(name) }))
  const names = new Map(options.map(({ id, label }) => [id, label]))
  return { options, nameOf: (code: string) => names.get(code) ?? code }
}
