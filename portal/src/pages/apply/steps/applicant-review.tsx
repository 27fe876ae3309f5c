import { RegionName } from '../../../components/region-name.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { ConsentManner, Draft } from '../../../draft/draft.ts'
import type { TextKey } from '../../../i18n/keys.ts'
import { useTexts } from '../../../i18n/texts.tsx'

const manners: Record<ConsentManner, TextKey> = {
  signed: 'apply.proxySigned',
  thumbprint: 'apply.proxyThumbprint',
  'spoken-before-witness': 'apply.proxySpoken',
}

export function ApplicantReview({ kind, draft }: { kind: 'applicant' | 'consent'; draft: Draft }) {
  const { t } = useTexts()
  const { applicant, proxy } = draft
  if (kind === 'consent')
    return (
      <Rows
        rows={[
          [t('apply.proxyManner'), proxy?.manner && t(manners[proxy.manner])],
          [t('apply.proxyWitness'), proxy?.manner === 'spoken-before-witness' ? proxy.witness : null],
          [t('apply.proxyRelation'), proxy?.relation || null],
        ]}
      />
    )
  return (
    <Rows
      rows={[
        [t('apply.name'), applicant.name],
        [t('apply.nik'), applicant.nik],
        [t('apply.village'), applicant.village && <RegionName code={applicant.village} />],
        [t('apply.phone'), applicant.phone || null],
        [t('apply.email'), applicant.email || null],
      ]}
    />
  )
}
