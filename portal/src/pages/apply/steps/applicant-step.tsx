import type { Applicant } from '../../../../../contracts/applications.ts'
import { useRegency } from '../../../app/regency.tsx'
import { TextField } from '../../../components/field.tsx'
import { RegionPicker } from '../../../components/region-picker.tsx'
import { useTexts } from '../../../i18n/texts.tsx'
import type { StepProps } from '../step-body.tsx'

/** Who the service is for. */
export function ApplicantStep({ draft, proxy, problems, onChange }: StepProps) {
  const { t } = useTexts()
  const regency = useRegency()
  const { applicant } = draft
  const set = (patch: Partial<Applicant>) =>
    onChange({ applicant: { ...applicant, ...patch } }, `applicant-${Object.keys(patch)[0]}`)
  const compact = (text: string) => text.replace(/[\s.-]/g, '')
  const villageError = problems.get('applicant-village')
  return (
    <>
      <p>{t(proxy ? 'apply.applicantIntroProxy' : 'apply.applicantIntro')}</p>
      <div className="stack fields">
        <TextField
          id="applicant-name"
          label={t('apply.name')}
          value={applicant.name ?? ''}
          error={problems.get('applicant-name')}
          autoComplete={proxy ? 'off' : 'name'}
          maxLength={120}
          onChange={(name) => set({ name })}
        />
        <TextField
          id="applicant-nik"
          label={t('apply.nik')}
          hint={t('apply.nikHint')}
          value={applicant.nik ?? ''}
          error={problems.get('applicant-nik')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={22}
          onChange={(nik) => set({ nik: compact(nik) })}
        />
        <fieldset
          id="applicant-village"
          className={`field${villageError ? ' has-error' : ''}`}
          aria-describedby={villageError ? 'applicant-village-error' : undefined}
        >
          <legend>{t('apply.village')}</legend>
          <RegionPicker
            id="applicant-village-picker"
            level="village"
            within={regency?.region}
            value={applicant.village}
            invalid={villageError !== undefined}
            required
            onChange={(village) => set({ village })}
          />
          {villageError && (
            <p id="applicant-village-error" className="field-error">
              {villageError}
            </p>
          )}
        </fieldset>
        <TextField
          id="applicant-phone"
          label={t('apply.phone')}
          hint={t('apply.phoneHint')}
          optional
          type="tel"
          value={applicant.phone ?? ''}
          error={problems.get('applicant-phone')}
          autoComplete={proxy ? 'off' : 'tel'}
          maxLength={22}
          onChange={(phone) => set({ phone: compact(phone) })}
        />
        <TextField
          id="applicant-email"
          label={t('apply.email')}
          optional
          type="email"
          value={applicant.email ?? ''}
          error={problems.get('applicant-email')}
          autoComplete={proxy ? 'off' : 'email'}
          maxLength={200}
          onChange={(email) => set({ email })}
        />
      </div>
    </>
  )
}
