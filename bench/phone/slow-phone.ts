import type { CDPSession } from 'playwright-core'

/** A cheap phone on a thin line. */
export const slowPhone = { kbitPerSecond: 400, roundTripMs: 400, cpu: 4 } as const

const bytesPerSecond = (slowPhone.kbitPerSecond * 1000) / 8

export async function slowDown(tools: CDPSession): Promise<void> {
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpu })
}

/** Seconds that so many waits and bytes take on this line with a processor that costs nothing. */
export const lineSeconds = (roundTrips: number, bytes: number) =>
  (roundTrips * slowPhone.roundTripMs) / 1000 + bytes / bytesPerSecond
