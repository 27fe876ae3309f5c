import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { Skeleton } from '../components/skeleton.tsx'
import { HomePage } from '../pages/home/home-page.tsx'
import { NotFoundPage } from '../pages/not-found/not-found-page.tsx'

const ServicePage = lazy(() => import('../pages/service/service-page.tsx'))
const ApplyPage = lazy(() => import('../pages/apply/apply-page.tsx'))
const SignInPage = lazy(() => import('../pages/sign-in/sign-in-page.tsx'))
const CasesPage = lazy(() => import('../pages/cases/cases-page.tsx'))
const CasePage = lazy(() => import('../pages/case/case-page.tsx'))
const CorrectPage = lazy(() => import('../pages/correct/correct-page.tsx'))
const AppealPage = lazy(() => import('../pages/appeal/appeal-page.tsx'))
const TrackPage = lazy(() => import('../pages/track/track-page.tsx'))
const VerifyPage = lazy(() => import('../pages/verify/verify-page.tsx'))
const LicencesPage = lazy(() => import('../pages/licences/licences-page.tsx'))
const RegisterPage = lazy(() => import('../pages/register/register-page.tsx'))
const CompliancePage = lazy(() => import('../pages/compliance/compliance-page.tsx'))
const MessagesPage = lazy(() => import('../pages/messages/messages-page.tsx'))
const HelpPage = lazy(() => import('../pages/help/help-page.tsx'))

export function Routes() {
  useScrollToTop()
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/layanan/:code">{({ code }) => <ServicePage key={code} code={code} />}</Route>
        <Route path="/layanan/:code/ajukan">{({ code }) => <ApplyPage key={code} code={code} />}</Route>
        <Route path="/masuk" component={SignInPage} />
        <Route path="/permohonan" component={CasesPage} />
        <Route path="/permohonan/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
        <Route path="/permohonan/:id/perbaiki">{({ id }) => <CorrectPage key={id} id={id} />}</Route>
        <Route path="/permohonan/:id/keberatan">{({ id }) => <AppealPage key={id} id={id} />}</Route>
        <Route path="/lacak" component={TrackPage} />
        <Route path="/verifikasi/:documentId">
          {({ documentId }) => <VerifyPage key={documentId} documentId={documentId} />}
        </Route>
        <Route path="/izin-saya" component={LicencesPage} />
        <Route path="/register" component={RegisterPage} />
        <Route path="/kinerja" component={CompliancePage} />
        <Route path="/pesan" component={MessagesPage} />
        <Route path="/bantuan" component={HelpPage} />
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  )
}

const Waiting = () => (
  <main id="content" className="page">
    <Skeleton lines={3} cards={2} />
  </main>
)

function useScrollToTop(): void {
  const [location] = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new address starts at its top
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [location])
}
