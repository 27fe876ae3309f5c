/** A part that runs until it is stopped. */
export interface Service {
  stop(): Promise<void>
  /** Ends early, or rejects, when the part cannot go on by itself. */
  done?: Promise<void>
}

/**
 * The frame of a long-running process: starts the part, tells the parent `ready`, and stops it on SIGTERM, SIGINT, or
 * when the parent has gone. A part that fails ends the process with its reason on standard error.
 */
export async function runService(start: () => Promise<Service>): Promise<never> {
  const stopAsked = new Promise<undefined>((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => resolve(undefined))
  })
  try {
    const service = await Promise.race([start(), stopAsked])
    if (service) {
      process.send?.('ready')
      await Promise.race([service.done ?? stopAsked, stopAsked])
      await service.stop()
    }
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  }
}
