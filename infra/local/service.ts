/**
 * The frame of a long-running process: starts it, tells the parent `ready`, and stops it on SIGTERM, SIGINT, or when
 * the parent has gone. A failed start ends the process with its reason on standard error.
 * @param start resolves to what stops it
 */
export async function runService(start: () => Promise<() => Promise<void>>): Promise<void> {
  const stopAsked = new Promise<undefined>((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => resolve(undefined))
  })
  try {
    const stop = await Promise.race([start(), stopAsked])
    if (stop) {
      process.send?.('ready')
      await stopAsked
      await stop()
    }
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  }
}
