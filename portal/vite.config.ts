import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { earlyFiles } from './early/plugin.ts'
import { packedFiles } from './packed-files.ts'
import { serviceWorker } from './service-worker.ts'

const api = process.env.LONTAR_API ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), earlyFiles(), packedFiles(), VitePWA(serviceWorker)],
  resolve: {
    alias: [
      { find: /^object\.entries$/, replacement: here('./shims/object-entries.cjs') },
      { find: /^fast-uri$/, replacement: here('./shims/fast-uri.ts') },
      { find: /^markdown-to-jsx\/react$/, replacement: here('./shims/markdown.tsx') },
    ],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'chrome111',
    assetsInlineLimit: 0,
    // On a thin line every file costs a wait and its headers: one for the shell, one for what pages share, one for the page.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], priority: 2 },
            { name: 'shared', test: /portal[\\/]src|[\\/]screens[\\/]/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api } },
})
