import { useMemo } from 'react'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { useFormats, useLocalText } from '../i18n/hooks.ts'
import { answerSections } from './answers.ts'
import { targetsOf } from './targets.ts'
import { viewablesOf } from './viewables.ts'

/** The case as it is read: answers by page, what can be looked at, what can be flagged. */
export function useCase(caseFile: ApplicationDetail) {
  const formats = useFormats()
  const local = useLocalText()
  return useMemo(() => {
    const sections = answerSections(caseFile.form, caseFile.answers, formats)
    return {
      sections,
      viewables: viewablesOf(caseFile, sections, local),
      targets: targetsOf(sections, caseFile.attachments, local),
    }
  }, [caseFile, formats, local])
}
