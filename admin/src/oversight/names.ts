import type { Dimension } from '../../../domain/oversight/dimensions.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import type { Named } from './use-figures.ts'

/** What a row of a dimension is called, with a second line where one name says too little. */
export function useNames() {
  const words = useWords('oversight')
  const local = useLocalText()
  return (by: Dimension, { names, office }: Named): { name: string; more: string | null } => {
    const service = names.service ? local(names.service) : null
    switch (by) {
      case 'office':
        return { name: names.office || office || words('no_office'), more: null }
      case 'service':
        return { name: service ?? words('no_service'), more: null }
      case 'step':
        return { name: names.step ? local(names.step) : words('no_step'), more: service }
      case 'officer':
        return { name: names.officer ?? words('nobody'), more: null }
    }
  }
}
