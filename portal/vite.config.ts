import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { serviceWorker } from './service-worker.ts'

const api = process.env.LONTAR_API ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), VitePWA(serviceWorker)],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'chrome111',
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': api } },
})
