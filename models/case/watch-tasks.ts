import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { acrossRegencies } from '../tenancy.ts'
import { Task, type TaskRecord } from './task.ts'

/** A change of one inbox row; `token` names the place after it. The row before needs pre-images on the collection. */
export type TaskChange = { token: string; before: TaskRecord | null; after: TaskRecord | null }

export type TaskListener = {
  onChange(change: TaskChange): void
  /** Changes may have been missed: whoever shows rows has to read them again. */
  onGap(): void
}

/** `heardUntil`: UTC epoch ms up to which nothing was missed; the present while the stream is open. */
export type Watch = { stop(): Promise<void>; heardUntil(): number }

/** MongoDB's words for "I no longer know what came after that token": ChangeStreamHistoryLost and its kin. */
const lostCodes: unknown[] = [286, 280, 260]

/**
 * One change stream over the tasks of every regency, opened again from where it was after whatever breaks it. Resolves
 * once it listens.
 */
export async function watchTasks(listener: TaskListener, log: Logger, retryMs = 1_000): Promise<Watch> {
  return acrossRegencies('live lists of a process', () => watch(listener, log, retryMs))
}

async function watch(listener: TaskListener, log: Logger, retryMs: number): Promise<Watch> {
  const stopping = new AbortController()
  const { signal } = stopping
  let stream = openStream(null)
  let token: string | null = null
  let isOpen = true
  let missed = false
  let brokeAt: number | null = null
  const tell = (change: TaskChange | null) => {
    token = change?.token ?? tokenOf(stream.resumeToken) ?? token
    if (change) listener.onChange(change)
  }
  tell(toChange(await stream.tryNext()))

  const hear = async () => {
    if (isOpen) return tell(toChange(await stream.next()))
    const first = toChange(await stream.tryNext())
    isOpen = true
    brokeAt = null
    if (missed) listener.onGap()
    missed = false
    tell(first)
  }
  const running = (async () => {
    while (!signal.aborted) {
      try {
        await hear()
      } catch (error) {
        if (signal.aborted) return
        brokeAt ??= Date.now()
        log.warn({ error }, 'the change stream of the tasks broke; it is opened again')
        await stream.close().catch(() => undefined)
        await pause(retryMs, undefined, { signal }).catch(() => undefined)
        if (isLost(error)) token = null
        missed ||= token === null
        isOpen = false
        stream = openStream(token)
      }
    }
  })()

  return {
    heardUntil: () => brokeAt ?? Date.now(),
    async stop() {
      stopping.abort()
      await stream.close()
      await running
    },
  }
}

function openStream(token: string | null) {
  const changed = [{ $match: { operationType: { $in: ['insert', 'update', 'replace', 'delete'] } } }]
  return Task.collection.watch(changed, {
    fullDocument: 'whenAvailable',
    fullDocumentBeforeChange: 'whenAvailable',
    ...(token ? { resumeAfter: { _data: token } } : {}),
  })
}

type RawChange = { _id: unknown; fullDocument?: unknown; fullDocumentBeforeChange?: unknown }

function toChange(raw: RawChange | null): TaskChange | null {
  const token = tokenOf(raw?._id)
  if (!raw || token === null) return null
  return { token, before: rowOf(raw.fullDocumentBeforeChange), after: rowOf(raw.fullDocument) }
}

function tokenOf(id: unknown): string | null {
  const data: unknown = typeof id === 'object' && id !== null ? Reflect.get(id, '_data') : null
  return typeof data === 'string' ? data : null
}

const rowOf = (document: unknown) => (document ?? null) as TaskRecord | null

function isLost(error: unknown): boolean {
  return error instanceof Error && lostCodes.includes(Reflect.get(error, 'code'))
}
