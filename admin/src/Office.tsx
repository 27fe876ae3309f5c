import { type ComponentProps, type ComponentType, useMemo } from 'react'
import { Admin, localStorageStore, Resource } from 'react-admin'
import { Route } from 'react-router-dom'
import applications from './applications/index.tsx'
import bills from './bills/index.tsx'
import calls from './calls/index.tsx'
import { Home } from './home/lazy.tsx'
import { makeI18nProvider } from './i18n/i18n-provider.ts'
import { Layout } from './layout/Layout.tsx'
import { LoadingPage } from './layout/LoadingPage.tsx'
import { Told } from './layout/Told.tsx'
import { AccessDenied, Crash, NotFound } from './layout/Troubles.tsx'
import messages from './messages/index.tsx'
import oversight from './oversight/index.tsx'
import { authProvider } from './providers/auth-provider.ts'
import { dataProvider } from './providers/data-provider.ts'
import { queryClient } from './providers/query-client.ts'
import { useRegency } from './regency/RegencyContext.tsx'
import register from './register/index.tsx'
import services from './services/index.tsx'
import { SignInPage } from './sign-in/SignInPage.tsx'
import tasks from './tasks/index.tsx'
import { themeFor } from './theme/theme.ts'
import tray from './tray/index.tsx'

const store = localStorageStore('1', 'lontar-admin')

const i18nProvider = makeI18nProvider((locale) => {
  document.documentElement.lang = locale
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'auth' })
})

type OfficeResource = Omit<ComponentProps<typeof Resource>, 'children'> & {
  page?: ComponentType
  /** Pages below one record, by what follows its id in the address. */
  below?: Record<string, ComponentType>
}

const resources: OfficeResource[] = [tasks, tray, oversight, applications, bills, register, services, calls, messages]

export function Office() {
  const { colour, portalName } = useRegency()
  const theme = useMemo(() => themeFor(colour), [colour])
  return (
    <Admin
      title={portalName}
      theme={theme}
      darkTheme={null}
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      dashboard={Home}
      layout={Layout}
      loginPage={SignInPage}
      loading={LoadingPage}
      error={Crash}
      catchAll={NotFound}
      accessDenied={AccessDenied}
      notification={Told}
      requireAuth
      disableTelemetry
    >
      {resources.map(({ page: Page, below, ...resource }) => (
        <Resource key={resource.name} {...resource}>
          {Page && <Route path=":id" element={<Page />} />}
          {Object.entries(below ?? {}).map(([path, Below]) => (
            <Route key={path} path={`:id/${path}`} element={<Below />} />
          ))}
        </Resource>
      ))}
    </Admin>
  )
}
