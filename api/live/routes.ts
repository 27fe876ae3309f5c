import { Router } from 'express'
import type { LiveChange } from '../../contracts/live.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { allows, authorise, signedIn } from '../middleware/ability.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { type EventStream, openEventStream } from './event-stream.ts'

const heartbeatMs = 20_000
/** A stream ends after so long; the browser comes back by itself, with the roles that are then held. */
const streamMs = 10 * 60_000

export const live: ApiResource = {
  name: 'live',
  routes({ hub, stopping }) {
    const router = Router()
    const streams = new Set<EventStream>()
    const stop = () => {
      for (const stream of streams) stream.end()
    }
    stopping.addEventListener('abort', stop, { once: true })

    router.get('/live', async (request, response) => {
      authorise(request, 'read', 'task')
      const person = signedIn(request)
      const { regency } = request
      await hub.listen()
      const stream = openEventStream(response, heartbeatMs, () => hub.lastToken)
      const change = (ids: string[]): LiveChange => ({ resource: 'tasks', ids })
      const leave = hub.join(
        {
          sees: (row) => row.regency === regency && allows(person, 'read', 'task', row),
          onChange: ({ before, after, token }) => stream.send(change(idsOf(after ?? before)), token),
          onGap: () => stream.send(change([])),
        },
        request.get('last-event-id') ?? null,
      )
      streams.add(stream)
      const over = setTimeout(() => stream.end(), streamMs)
      stream.onEnd(() => {
        leave()
        clearTimeout(over)
        streams.delete(stream)
      })
    })
    return router
  },
  paths: {
    '/api/live': {
      get: operation({
        tag: 'Live',
        summary: 'Server-sent events: which tasks changed for me',
        description:
          'Each event’s data is a `LiveChange`. `Last-Event-ID` resumes; no ids means: read everything again.',
        media: 'text/event-stream',
      }),
    },
  },
}

const idsOf = (row: TaskRecord | null) => (row ? [row.task] : [])
