import { Choices } from '../../../components/choices.tsx'
import { TextField } from '../../../components/field.tsx'
import type { ConsentManner, ProxyDraft } from '../../../draft/draft.ts'
import { useTexts } from '../../../i18n/texts.tsx'
import type { StepProps } from '../step-body.tsx'

/** Before anything else: the person for whom one files has heard what happens with their data, and agrees. */
export function ConsentStep({ draft, problems, onChange }: StepProps) {
  const { t } = useTexts()
  const proxy: ProxyDraft = draft.proxy ?? { consent: false }
  const set = (patch: Partial<ProxyDraft>) => onChange({ proxy: { ...proxy, ...patch } })
  const manners: { value: ConsentManner; label: string }[] = [
    { value: 'signed', label: t('apply.proxySigned') },
    { value: 'thumbprint', label: t('apply.proxyThumbprint') },
    { value: 'spoken-before-witness', label: t('apply.proxySpoken') },
  ]
  return (
    <>
      <div className="stack">
        <p>{t('apply.proxyIntro')}</p>
        <blockquote className="read-aloud">{t('apply.proxyStatement')}</blockquote>
      </div>
      <Choices
        id="proxy-consent"
        label={t('apply.consentPage')}
        hideLabel
        type="checkbox"
        options={[{ value: 'yes', label: t('apply.proxyConsent') }]}
        chosen={proxy.consent ? ['yes'] : []}
        error={problems.get('proxy-consent')}
        onChoose={(_, on) => set({ consent: on })}
      />
      <Choices
        id="proxy-manner"
        label={t('apply.proxyManner')}
        type="radio"
        options={manners}
        chosen={proxy.manner ? [proxy.manner] : []}
        error={problems.get('proxy-manner')}
        onChoose={(manner) => set({ manner })}
      />
      {proxy.manner === 'spoken-before-witness' && (
        <TextField
          id="proxy-witness"
          label={t('apply.proxyWitness')}
          value={proxy.witness ?? ''}
          error={problems.get('proxy-witness')}
          maxLength={120}
          autoComplete="off"
          onChange={(witness) => set({ witness })}
        />
      )}
      <TextField
        id="proxy-relation"
        label={t('apply.proxyRelation')}
        hint={t('apply.proxyRelationHint')}
        optional
        value={proxy.relation ?? ''}
        error={problems.get('proxy-relation')}
        maxLength={80}
        autoComplete="off"
        onChange={(relation) => set({ relation })}
      />
    </>
  )
}
