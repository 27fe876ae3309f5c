import type { Logger } from 'pino'
import type { TaskRecord } from '../../models/case/task.ts'
import { type TaskChange, type Watch, watchTasks } from '../../models/case/watch-tasks.ts'

/** Somebody who shows rows: told of a row when they saw it before the change or see it after. */
export type Viewer = {
  sees(row: TaskRecord): boolean
  onChange(change: TaskChange): void
  /** Something was missed. */
  onGap(): void
}

/** How many changes a viewer who comes back may have missed; those of more read everything again. */
const mostKept = 2_000

/**
 * One change stream for the process, opened with the first viewer, fanned out to all (design rule 11). While MongoDB is
 * away nobody is told anything; when it is back the stream goes on from where it was.
 */
export class LiveHub {
  private readonly log: Logger
  private readonly viewers = new Set<Viewer>()
  private readonly recent: TaskChange[] = []
  private watch: Promise<Watch> | null = null
  private heard: Watch | null = null

  constructor(log: Logger) {
    this.log = log
  }

  /** Resolves once changes are heard. Throws while MongoDB is away. */
  async listen(): Promise<void> {
    this.watch ??= watchTasks({ onChange: (change) => this.tellAll(change), onGap: () => this.tellGap() }, this.log)
    try {
      this.heard = await this.watch
    } catch (error) {
      this.watch = null
      throw error
    }
  }

  /** From now on, and first what was missed since `lastToken`. Answers how to leave. */
  join(viewer: Viewer, lastToken: string | null): () => void {
    if (lastToken !== null && lastToken !== this.lastToken) this.catchUp(viewer, lastToken)
    this.viewers.add(viewer)
    return () => this.viewers.delete(viewer)
  }

  /** Where the stream is; null before the first change. */
  get lastToken(): string | null {
    return this.recent.at(-1)?.token ?? null
  }

  /** UTC epoch ms up to which everybody was told of every change; 0 before the stream was opened. */
  heardUntil(): number {
    return this.heard?.heardUntil() ?? 0
  }

  async stop(): Promise<void> {
    const watch = await this.watch?.catch(() => null)
    await watch?.stop()
  }

  private tellAll(change: TaskChange): void {
    this.recent.push(change)
    if (this.recent.length > mostKept) this.recent.shift()
    for (const viewer of this.viewers) tell(viewer, change)
  }

  private tellGap(): void {
    this.recent.length = 0
    for (const viewer of this.viewers) viewer.onGap()
  }

  private catchUp(viewer: Viewer, lastToken: string): void {
    const last = this.recent.findIndex(({ token }) => token === lastToken)
    if (last < 0) viewer.onGap()
    else for (const change of this.recent.slice(last + 1)) tell(viewer, change)
  }
}

function tell(viewer: Viewer, change: TaskChange): void {
  const { before, after } = change
  if (!before && !after) {
    viewer.onGap()
    return
  }
  const seen = (before !== null && viewer.sees(before)) || (after !== null && viewer.sees(after))
  if (seen) viewer.onChange(change)
}
