declare global {
  interface Window {
    lontarPage?: { usableMs: number | null; longTasks: { count: number; ms: number } }
    /** The fixed work of the trivial page. */
    lontarWorkMs?: number
  }
}

/**
 * Runs in the page before anything of it. Notes when what `usable` selects has been drawn and the main thread is free again,
 * in milliseconds since the navigation began, and the tasks over 50 ms until then.
 */
export function watchPage(usable: string): void {
  const page: NonNullable<Window['lontarPage']> = { usableMs: null, longTasks: { count: 0, ms: 0 } }
  window.lontarPage = page
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (page.usableMs === null || startTime < page.usableMs) {
        page.longTasks.count += 1
        page.longTasks.ms += duration
      }
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (!document.querySelector(usable)) return requestAnimationFrame(look)
    return requestAnimationFrame(() =>
      setTimeout(() => {
        page.usableMs = performance.now()
      }),
    )
  }
  requestAnimationFrame(look)
}
