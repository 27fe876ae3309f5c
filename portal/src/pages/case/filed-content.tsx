import type { ApplicationDetail } from '../../../../contracts/applications.ts'
import { AnswerList } from '../../components/answer-list.tsx'
import { Icon } from '../../components/icon.tsx'
import { RegionName } from '../../components/region-name.tsx'
import { Rows } from '../../components/rows.tsx'
import { fileSize } from '../../format/size.ts'
import { useTexts } from '../../i18n/texts.tsx'

/** What was filed, folded away. */
export function FiledContent({ file }: { file: ApplicationDetail }) {
  const { t, local, language } = useTexts()
  const { applicant } = file
  const village = <RegionName code={applicant.village} />
  return (
    <section className="folds">
      <details>
        <summary>
          <span>{t('caseFile.applicant')}</span>
          <Icon name="chevron" size={20} />
        </summary>
        <Rows
          rows={[
            [t('apply.name'), applicant.name],
            [t('apply.nik'), applicant.nik],
            [t('apply.village'), applicant.village ? village : null],
            [t('apply.phone'), applicant.phone ?? null],
            [t('apply.email'), applicant.email ?? null],
          ]}
        />
        {file.proxy && <p className="soft">{t('caseFile.proxy')}</p>}
      </details>
      <details>
        <summary>
          <span>{t('caseFile.answers')}</span>
          <Icon name="chevron" size={20} />
        </summary>
        <div className="stack">
          {file.form.pages.map((page) => (
            <div key={page.code}>
              <h3>{local(page.title)}</h3>
              <AnswerList form={file.form} fields={page.fields} answers={file.answers} />
            </div>
          ))}
        </div>
      </details>
      {file.attachments.length > 0 && (
        <details>
          <summary>
            <span>{t('caseFile.attachments')}</span>
            <Icon name="chevron" size={20} />
          </summary>
          <ul className="attachments">
            {file.attachments.map(({ code, name, file: stored }) => (
              <li key={code}>
                <a href={`/api/files/${encodeURIComponent(stored.id)}`} target="_blank" rel="noreferrer">
                  <Icon name="document" size={20} />
                  {local(name)}
                </a>
                <span className="soft">{fileSize(stored.size, language)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
