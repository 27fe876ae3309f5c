import type { StoredFile } from '../../../../contracts/files.ts'
import type { ServiceDetail } from '../../../../contracts/services.ts'
import { FileSlot } from '../../components/file-slot.tsx'
import { fileKinds } from '../../format/file-kinds.ts'
import { fileSize } from '../../format/size.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { paperId, slotOf } from './flaws.ts'

type Props = {
  code: string
  name: string
  /** What the service asks of this paper; without it, what every service takes. */
  rule: ServiceDetail['requiredDocuments'][number] | undefined
  present: StoredFile | undefined
  remark: string | undefined
  error: string | undefined
}

const usual = { types: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 5 * 1024 * 1024 }

/** A paper that came back: what is wrong with it, what was sent, and the place for a better one. */
export function PaperToMend({ code, name, rule, present, remark, error }: Props) {
  const { t, language } = useTexts()
  const { types, maxBytes } = rule ?? usual
  return (
    <fieldset className={`field card${error ? ' has-error' : ''}`}>
      <legend className="visually-hidden">{name}</legend>
      <h3>{name}</h3>
      {remark && <p className="field-remark">{remark}</p>}
      {present && (
        <p>
          <a href={`/api/files/${encodeURIComponent(present.id)}`} target="_blank" rel="noreferrer">
            {t('correct.currentFile', { name: present.name })}
          </a>
        </p>
      )}
      <p className="field-hint">
        {t('service.needFormat', { types: fileKinds(types, language), size: fileSize(maxBytes, language) })}
      </p>
      {error && <p className="field-error">{error}</p>}
      <FileSlot id={paperId(code)} slot={slotOf(code)} name={name} types={types} maxBytes={maxBytes} />
    </fieldset>
  )
}
