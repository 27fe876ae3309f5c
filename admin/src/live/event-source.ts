import { changeOf } from './change.ts'
import type { Connect } from './share.ts'

/** `GET /api/live`; the browser reconnects by itself, except where the server refused it for good. */
export const listenToServer: Connect = (tell) => {
  const source = new EventSource('/api/live')
  source.onopen = () => tell({ state: 'on' })
  source.onerror = () => tell({ state: 'lost' })
  source.onmessage = ({ data }) => {
    const change = changeOf(String(data))
    if (change) tell({ change })
  }
  return () => source.close()
}
