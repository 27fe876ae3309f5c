import { officeOf } from '../../../domain/oversight/dimensions.ts'
import type { OpenTask } from '../../../models/oversight/open-tasks.ts'

/** Where a task lies: the same for all tasks of a step in an office. */
export type Place = { agency: string | null; village: string | null; office: string; service: string; step: string }

/** Numbers instead of words: a value is looked up once and known by its place from then on. */
class Dictionary<Value> {
  readonly values: Value[] = []
  private readonly known = new Map<string, number>()

  indexOf(key: string, make: () => Value): number {
    const found = this.known.get(key)
    if (found !== undefined) return found
    const index = this.values.push(make()) - 1
    this.known.set(key, index)
    return index
  }
}

const never = Number.POSITIVE_INFINITY

/**
 * Open tasks as columns: some 50 bytes each, so that looking at all of a regency's takes milliseconds. Instants are UTC
 * epoch ms in real time: a demo case that was skipped ahead is moved back by its shift. `dueAt` is infinite while paused.
 */
export class Columns {
  length = 0
  names: string[] = []
  place = new Uint32Array(1_024)
  officer = new Uint32Array(1_024)
  openedAt = new Float64Array(1_024)
  warnAt = new Float64Array(1_024)
  dueAt = new Float64Array(1_024)
  readonly places = new Dictionary<Place>()
  /** The first is nobody. */
  readonly officers = new Dictionary<string | null>()
  private readonly rows = new Map<string, number>()

  constructor() {
    this.officers.indexOf('', () => null)
  }

  /** Puts the task where it now is; one that is over is taken out. */
  set(task: OpenTask): void {
    if (task.status !== 'open' && task.status !== 'returned') {
      this.drop(task.task)
      return
    }
    const row = this.rows.get(task.task) ?? this.append(task.task)
    const { agency, village, service, step, assignee, shift } = task
    this.place[row] = this.places.indexOf(`${agency}\n${village}\n${service}\n${step}`, () => ({
      agency,
      village,
      office: officeOf(task),
      service,
      step,
    }))
    this.officer[row] = this.officers.indexOf(assignee ?? '', () => assignee)
    const paused = task.status === 'returned' || task.dueAt === null
    this.openedAt[row] = task.openedAt.getTime() - shift
    this.dueAt[row] = paused || !task.dueAt ? never : task.dueAt.getTime() - shift
    this.warnAt[row] = paused || !task.warnAt ? never : task.warnAt.getTime() - shift
  }

  drop(name: string): void {
    const row = this.rows.get(name)
    if (row === undefined) return
    const last = this.length - 1
    if (row !== last) this.move(last, row)
    this.rows.delete(name)
    this.names.length = last
    this.length = last
  }

  private append(name: string): number {
    if (this.length === this.place.length) this.grow()
    const row = this.length
    this.names[row] = name
    this.rows.set(name, row)
    this.length += 1
    return row
  }

  private move(from: number, to: number): void {
    const name = this.names[from] ?? ''
    this.names[to] = name
    this.rows.set(name, to)
    for (const column of [this.place, this.officer, this.openedAt, this.warnAt, this.dueAt])
      column[to] = column[from] ?? 0
  }

  private grow(): void {
    const size = this.place.length * 2
    this.place = enlarged(this.place, new Uint32Array(size))
    this.officer = enlarged(this.officer, new Uint32Array(size))
    this.openedAt = enlarged(this.openedAt, new Float64Array(size))
    this.warnAt = enlarged(this.warnAt, new Float64Array(size))
    this.dueAt = enlarged(this.dueAt, new Float64Array(size))
  }
}

function enlarged<Column extends Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  from: Column,
  to: Column,
): Column {
  to.set(from)
  return to
}
