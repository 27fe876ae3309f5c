/**
 * Registers the shell's service worker once the page is quiet, and says when a newer one waits. Calls `ready` with the
 * function that lets it take over.
 */
export function watchServiceWorker(ready: (takeOver: () => void) => void): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const register = async () => {
    const registration = await navigator.serviceWorker.register('/sw.js')
    const offer = (worker: ServiceWorker | null) => {
      if (worker && navigator.serviceWorker.controller) ready(() => takeOver(worker))
    }
    offer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing
      coming?.addEventListener('statechange', () => coming.state === 'installed' && offer(coming))
    })
  }
  const whenQuiet = () => setTimeout(() => register().catch(() => undefined), 3000)
  if (document.readyState === 'complete') whenQuiet()
  else window.addEventListener('load', whenQuiet, { once: true })
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  worker.postMessage({ type: 'SKIP_WAITING' })
}
