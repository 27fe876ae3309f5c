import type { VitePWAOptions } from 'vite-plugin-pwa'

/**
 * The installable shell. Of `/api` only the public answers (who the regency is, what its services ask for) are kept on the
 * device, for when the network is away; nothing personal ever matches.
 */
export const serviceWorker: Partial<VitePWAOptions> = {
  strategies: 'generateSW',
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Lontar: Layanan Publik',
    short_name: 'Layanan',
    description: 'Urus izin dan surat dari ponsel.',
    lang: 'id',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#ffffff',
    background_color: '#fbf8f2',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,woff2,svg}', 'icon-192.png'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(api|admin|metrics)(\/|$)/],
    cleanupOutdatedCaches: true,
    clientsClaim: false,
    skipWaiting: false,
    runtimeCaching: [
      {
        // Written out into the service worker as source: it sees nothing of this file.
        urlPattern: ({ url, request, sameOrigin }) =>
          sameOrigin && request.method === 'GET' && /^\/api\/(regency|services|regions)(\/|$)/.test(url.pathname),
        handler: 'NetworkFirst',
        options: {
          cacheName: 'public-answers',
          networkTimeoutSeconds: 6,
          expiration: { maxEntries: 120, maxAgeSeconds: 30 * 24 * 3600 },
          cacheableResponse: { statuses: [200] },
        },
      },
    ],
  },
}
