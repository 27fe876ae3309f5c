import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import { ButtonLink } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { useTexts } from '../../i18n/texts.tsx'

export function CorrectionNotice({ file }: { file: ApplicationDetail }) {
  const { t } = useTexts()
  const { correction } = file
  if (!correction) return null
  return (
    <Notice
      tone="warn"
      title={t('caseFile.correctTitle')}
      actions={
        file.actions.includes('correct') && (
          <ButtonLink to={`/permohonan/${encodeURIComponent(file.id)}/perbaiki`} icon="pen">
            {t('caseFile.correct')}
          </ButtonLink>
        )
      }
    >
      <p>{t('caseFile.correctText', correction.deficiencies.length)}</p>
      <ul className="dashed">
        {correction.deficiencies.map(({ target, name, message }) => (
          <li key={target + name}>{message}</li>
        ))}
      </ul>
      {correction.note && <p>“{correction.note}”</p>}
    </Notice>
  )
}
