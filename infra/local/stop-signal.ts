/** Thrown between two steps once someone has asked to stop. */
export class StopAsked extends Error {
  override name = 'StopAsked'
}

/** Collects what to close, and closes it in reverse order when someone asks to stop. */
export interface StopSignal {
  /** Resolves at the first Ctrl-C, SIGTERM or SIGHUP. */
  asked: Promise<void>
  onStop(close: () => Promise<void> | void): void
  /** Runs one step of a start; throws `StopAsked` instead of going on when a stop was asked for before or meanwhile. */
  step<T>(work: () => Promise<T> | T): Promise<T>
  closeAll(): Promise<void>
}

/** @param beforeHurry called at the second signal, which ends the process at once */
export function listenForStop(beforeHurry: () => void): StopSignal {
  const closers: Array<() => Promise<void> | void> = []
  let stopping = false
  let resolveAsked: () => void
  const asked = new Promise<void>((resolve) => {
    resolveAsked = resolve
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) {
        beforeHurry()
        process.exit(130)
      }
      stopping = true
      resolveAsked()
    })
  }
  return {
    asked,
    onStop: (close) => closers.unshift(close),
    async step(work) {
      if (stopping) throw new StopAsked()
      try {
        return await work()
      } catch (error) {
        throw stopping ? new StopAsked() : error
      }
    },
    async closeAll() {
      for (const close of closers.splice(0)) await close()
    },
  }
}
