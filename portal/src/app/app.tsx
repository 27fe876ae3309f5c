import { TextsProvider } from '../i18n/texts.tsx'
import { Crash } from './crash.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { NetworkNotice } from './network-notice.tsx'
import { RegencyProvider } from './regency.tsx'
import { Routes } from './routes.tsx'
import { SessionProvider } from './session.tsx'
import { TabBar } from './tab-bar.tsx'
import { UpdatePrompt } from './update-prompt.tsx'

export function App() {
  return (
    <TextsProvider>
      <RegencyProvider>
        <SessionProvider>
          <Header />
          <NetworkNotice />
          <Crash>
            <Routes />
          </Crash>
          <Footer />
          <TabBar />
          <UpdatePrompt />
        </SessionProvider>
      </RegencyProvider>
    </TextsProvider>
  )
}
