import type { LiveChange } from './change.ts'

export type LiveState = 'connecting' | 'on' | 'lost'
export type Told = { change: LiveChange } | { state: LiveState }
/** Opens the one connection to the server; gives back how to close it. */
export type Connect = (tell: (told: Told) => void) => () => void
type Listener = (told: Told) => void

const channelName = 'lontar-live'
const whoLeads = 'state?'

/**
 * One EventSource for the whole browser (design rule 11): the tab that holds the lock listens to the server and tells the
 * others; when it closes, the lock falls to the next. Without Web Locks (plain HTTP off localhost) each tab listens itself.
 */
export function shareLive(hear: Listener, connect: Connect): () => void {
  const closing = new AbortController()
  if (!('locks' in navigator)) return connect(hear)
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<Told | typeof whoLeads>) => data !== whoLeads && hear(data)
  channel.postMessage(whoLeads)
  const lead = () => leadUntil(closing.signal, channel, hear, connect)
  navigator.locks.request(channelName, { signal: closing.signal }, lead).catch(ignoreAbort)
  return () => {
    closing.abort()
    channel.close()
  }
}

function leadUntil(closed: AbortSignal, channel: BroadcastChannel, hear: Listener, connect: Connect): Promise<void> {
  let state: LiveState = 'connecting'
  channel.onmessage = ({ data }: MessageEvent<Told | typeof whoLeads>) => {
    if (data === whoLeads) channel.postMessage({ state } satisfies Told)
  }
  return new Promise((resolve) => {
    const disconnect = connect((told) => {
      if ('state' in told) state = told.state
      hear(told)
      channel.postMessage(told)
    })
    closed.addEventListener('abort', () => resolve(disconnect()), { once: true })
  })
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
}
