import type { ServiceSummary } from '../../../contracts/services.ts'
import { budgetWords } from '../clock/words.ts'
import { useWords } from '../i18n/hooks.ts'

/** `5 hari kerja sejak berkas lengkap, dianggap disetujui bila lewat`. */
export function useTermWords(): (term: ServiceSummary['term']) => string {
  const words = useWords('services')
  const clock = useWords('clock')
  return (term) => {
    if (!term) return words('no_term')
    const budget = `${budgetWords(term, clock)} ${words(`starts_on.${term.startsOn}`)}`
    return term.deemed ? `${budget}, ${words('deemed')}` : budget
  }
}
