import { FileSlot } from '../../../components/file-slot.tsx'
import { fileKinds } from '../../../format/file-kinds.ts'
import { fileSize } from '../../../format/size.ts'
import { useTexts } from '../../../i18n/texts.tsx'
import type { StepProps } from '../step-body.tsx'
import { documentId, documentSlot } from '../steps.ts'

export function DocumentsStep({ due, problems }: StepProps) {
  const { t, local, language } = useTexts()
  if (due.length === 0) return <p>{t('service.needNone')}</p>
  return (
    <>
      <p>{t('apply.documentsIntro')}</p>
      <ul className="stack loose">
        {due.map((document) => {
          const error = problems.get(documentId(document.code))
          return (
            <li key={document.code}>
              <fieldset className={`field card${error ? ' has-error' : ''}`}>
                <legend className="visually-hidden">{local(document.name)}</legend>
                <h2 className="document-name">
                  {local(document.name)}
                  {!document.required && <span className="soft"> ({t('common.optional')})</span>}
                </h2>
                {document.hint && <p className="field-hint">{local(document.hint)}</p>}
                <p className="field-hint">
                  {t('service.needFormat', {
                    types: fileKinds(document.types, language),
                    size: fileSize(document.maxBytes, language),
                  })}
                </p>
                {error && <p className="field-error">{error}</p>}
                <FileSlot
                  id={documentId(document.code)}
                  slot={documentSlot(document.code)}
                  name={local(document.name)}
                  types={document.types}
                  maxBytes={document.maxBytes}
                />
              </fieldset>
            </li>
          )
        })}
      </ul>
    </>
  )
}
