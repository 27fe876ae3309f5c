import { readVerification } from '../../client/public.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Notice } from '../../components/notice.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { Compare } from './compare.tsx'
import { Details } from './details.tsx'
import { Verdict } from './verdict.tsx'
import '../../components/rows.css'
import './verify.css'

/** What a scanned QR opens: is this paper ours, and does it still stand? */
export default function VerifyPage({ documentId }: { documentId: string }) {
  const { t, language } = useTexts()
  const { data, failure, loading, reload } = useResource(`verify:${documentId}:${language}`, (signal) =>
    readVerification(documentId, signal),
  )
  return (
    <Page title={t('verify.title')} narrow>
      {data ? (
        <div className="stack loose">
          <Verdict found={data} />
          <Details found={data} />
          <Compare digest={data.digest} />
        </div>
      ) : failure?.kind === 'missing' || failure?.kind === 'refused' ? (
        <Notice tone="bad" title={t('verify.unknown')} live>
          {t('verify.unknownText')}
        </Notice>
      ) : failure ? (
        <Failure failure={failure} retry={reload} busy={loading} />
      ) : (
        <Skeleton lines={2} cards={2} />
      )}
    </Page>
  )
}
