import type { CDPSession } from 'playwright-core'

export type Traffic = { requests: number; bytes: number }

/** Counts what a page asks for and what comes, as it was sent (packed, headers included). Times are seconds after the first request. */
export async function watchTraffic(tools: CDPSession): Promise<(untilSeconds: number) => Traffic> {
  const sent: number[] = []
  const came: { at: number; bytes: number }[] = []
  tools.on('Network.requestWillBeSent', ({ timestamp, request }) => {
    if (!request.url.startsWith('data:')) sent.push(timestamp)
  })
  tools.on('Network.loadingFinished', ({ timestamp, encodedDataLength }) => {
    came.push({ at: timestamp, bytes: encodedDataLength })
  })
  await tools.send('Network.enable')
  return (untilSeconds) => {
    const end = Math.min(...sent) + untilSeconds
    return {
      requests: sent.filter((at) => at <= end).length,
      bytes: came.reduce((sum, one) => sum + (one.at <= end ? one.bytes : 0), 0),
    }
  }
}
