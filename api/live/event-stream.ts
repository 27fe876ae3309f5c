import type { Response } from 'express'

/** A reader that takes nothing in any more is let go once so much waits for it. */
const mostWaitingBytes = 256 * 1024

export type EventStream = {
  send(data: unknown, id?: string): void
  /** Runs once, when the reader has gone or was let go. */
  onEnd(done: () => void): void
  end(): void
}

/**
 * Server-sent events on a response. A line now and then keeps proxies from closing it, and tells the reader's browser how
 * far it has come (`place`), so that coming back after a quiet time costs nothing.
 */
export function openEventStream(response: Response, heartbeatMs: number, place: () => string | null): EventStream {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
  const write = (text: string) => {
    if (response.writableLength > mostWaitingBytes) response.destroy()
    else response.write(text)
  }
  const named = (id: string | null) => (id === null ? '' : `id: ${id}\n`)
  write('retry: 2000\n\n')
  const heartbeat = setInterval(() => write(`: alive\n${named(place())}\n`), heartbeatMs)
  response.once('close', () => clearInterval(heartbeat))
  return {
    send: (data, id) => write(`${named(id ?? null)}data: ${JSON.stringify(data)}\n\n`),
    onEnd: (done) => response.once('close', done),
    end: () => response.end(),
  }
}
