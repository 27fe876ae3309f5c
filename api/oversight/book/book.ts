import type { TaskChange } from '../../../models/case/watch-tasks.ts'
import { readOpenTasks } from '../../../models/oversight/open-tasks.ts'
import { inRegency } from '../../../models/tenancy.ts'
import type { LiveHub } from '../../live/hub.ts'
import { Columns } from './columns.ts'

/**
 * A regency's open tasks in this process's memory, read once and kept by the change stream that the live lists hear
 * already (ADR 0022). A cache: what it says can be read from the tasks at any time, and is after a gap in the stream.
 */
export class OpenBook {
  private readonly hub: LiveHub
  private readonly regency: string
  private columns: Columns | null = null
  private reading: Promise<Columns> | null = null
  /** What changes while it is being read; null at any other time. */
  private missed: TaskChange[] | null = null
  private gap = false
  private joined = false

  constructor(hub: LiveHub, regency: string) {
    this.hub = hub
    this.regency = regency
  }

  /** Resolves once all open tasks are known. Throws while MongoDB is away. */
  async open(): Promise<Columns> {
    if (this.columns) return this.columns
    this.reading ??= this.read().finally(() => {
      this.reading = null
      this.missed = null
    })
    return this.reading
  }

  /** UTC epoch ms up to which every change is in it. */
  asOf(): number {
    return this.hub.heardUntil()
  }

  private async read(): Promise<Columns> {
    await this.hub.listen()
    this.join()
    for (;;) {
      const missed: TaskChange[] = []
      this.missed = missed
      this.gap = false
      const columns = new Columns()
      await inRegency(this.regency, async () => {
        for await (const task of readOpenTasks()) columns.set(task)
      })
      if (this.gap) continue
      for (const change of missed) apply(columns, change)
      this.columns = columns
      return columns
    }
  }

  private join(): void {
    if (this.joined) return
    this.joined = true
    this.hub.join(
      {
        // A book that holds nothing, nor is being read, is told nothing: whoever opens it next reads everything.
        sees: (row) => (this.columns !== null || this.missed !== null) && row.regency === this.regency,
        onChange: (change) => {
          if (this.columns) apply(this.columns, change)
          else this.missed?.push(change)
        },
        onGap: () => {
          this.gap = true
          this.columns = null
        },
      },
      null,
    )
  }
}

function apply(columns: Columns, { before, after }: TaskChange): void {
  if (after) columns.set(after)
  else if (before) columns.drop(before.task)
}

/** The book of each regency that was asked for here. */
export function openBooks(hub: LiveHub): (regency: string) => OpenBook {
  const books = new Map<string, OpenBook>()
  return (regency) => {
    const known = books.get(regency) ?? new OpenBook(hub, regency)
    books.set(regency, known)
    return known
  }
}
