import { ButtonLink } from '../../components/button.tsx'
import { Page } from '../../components/page.tsx'
import { useTexts } from '../../i18n/texts.tsx'

export function NotFoundPage() {
  const { t } = useTexts()
  return (
    <Page title={t('notFound.title')} narrow lead={<p>{t('notFound.text')}</p>}>
      <ButtonLink to="/" icon="search">
        {t('notFound.home')}
      </ButtonLink>
    </Page>
  )
}
