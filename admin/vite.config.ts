import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.LONTAR_API ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react()],
  // The server puts each page's own nonce here; generated styles carry it.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Fonts and icons stay files of their own: the content security policy knows no data: sources for them.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
})
