import '@fontsource-variable/public-sans/wght.css'
import { CacheProvider } from '@emotion/react'
import { useMemo } from 'react'
import { RouterProvider } from 'react-router-dom'
import type { Regency } from '../../contracts/me.ts'
import { RegencyProvider } from './regency/RegencyContext.tsx'
import { makeRouter } from './router.tsx'
import { styleCache } from './theme/style-cache.ts'

export default function App({ regency }: { regency: Regency }) {
  const router = useMemo(() => makeRouter(), [])
  return (
    <CacheProvider value={styleCache}>
      <RegencyProvider value={regency}>
        <RouterProvider router={router} />
      </RegencyProvider>
    </CacheProvider>
  )
}
