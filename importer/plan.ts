import type { CaseState } from '../domain/case/state.ts'
import { checkFiles } from './files.ts'
import type { ImportHouse } from './house.ts'
import { type KnownRow, knownRows } from './known-rows.ts'
import { clashes, type Placed } from './numbers.ts'
import { type Outlook, outlookOf } from './outlook.ts'
import { describeDocument, type OwnPaper } from './paper.ts'
import { type CheckedRow, checkRow } from './rows/check-row.ts'
import { emailsIn } from './rows/emails.ts'
import { type Complaint, isError, problemAt, type RowProblem, RowRefused } from './rows/problem.ts'
import type { RawRow, RowsRead } from './rows/read-rows.ts'
import { complaintOfStory } from './story/problem-words.ts'
import { stableId } from './story/stable-id.ts'
import { tellStory } from './story/tell-story.ts'
import { type Story, StoryProblem, type Told } from './story/told.ts'
import { storyAround } from './story-around.ts'
import { type ImportWorld, readWorld } from './world.ts'

/** A row that will become a case. */
export type PlannedRow = CheckedRow & {
  /** Id of the case it becomes, the same in every run. */
  application: string
  outlook: Outlook
  /** The document Lontar keeps for it; null where there is none, or where its owner issued it. */
  paper: OwnPaper | null
}

export type Plan = {
  world: ImportWorld
  read: number
  rows: PlannedRow[]
  known: KnownRow[]
  problems: RowProblem[]
}

export type PlanOptions = {
  /** Folder that the rows' files lie in. */
  dir: string
  /** Takes only rows of this service, and those that name none as of it. */
  service?: string | undefined
  now?: number
  onProgress?: (done: number, all: number) => void
}

/** Checks every row and says what would become of it. Writes nothing. Within the regency's context. */
export async function planImport(
  house: ImportHouse,
  { rows: raws, problems: unread }: RowsRead,
  options: PlanOptions,
): Promise<Plan> {
  const mine = raws.filter((raw) => isOfService(raw, options.service))
  const known = await knownRows(house.regency, mine, options.service)
  const world = await readWorld(house.source, emailsIn(mine), options.now)
  const plan: Plan = { world, read: mine.length, rows: [], known: [...known.values()], problems: [...unread] }
  const seen = new Map<string, number>()
  for (const [index, raw] of mine.entries()) {
    options.onProgress?.(index, mine.length)
    if (known.has(raw.line)) continue
    try {
      const row = await planRow(house, world, raw, options)
      const first = seen.get(row.key)
      if (first !== undefined) throw new RowRefused([twice(first)])
      seen.set(row.key, raw.line)
      plan.rows.push(row)
      plan.problems.push(...row.warnings.map((warning) => problemAt(raw.line, warning)))
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error
      plan.problems.push(...error.complaints.map((complaint) => problemAt(raw.line, complaint)))
    }
  }
  return withoutClashes(plan)
}

async function planRow(
  house: ImportHouse,
  world: ImportWorld,
  raw: RawRow,
  { dir, service }: PlanOptions,
): Promise<PlannedRow> {
  const checked = checkRow(raw, world, service)
  const complaints = await checkFiles(checked, dir)
  if (complaints.length > 0) throw new RowRefused([...checked.warnings, ...complaints])
  const application = stableId(house.regency, 'import', checked.key)
  const { state, document } = tryStory(checked, application, world)
  const paper = document ? await describeDocument(house.deps, application, checked, document, world.regency) : null
  const warning = paper && !paper.placed ? [otherPattern] : []
  return { ...checked, application, outlook: outlookOf(state), paper, warnings: [...checked.warnings, ...warning] }
}

function tryStory(checked: CheckedRow, application: string, world: ImportWorld): Story {
  try {
    const story = tellStory(
      toldOf(checked, { application, number: '?', attachments: [], files: null }),
      storyAround(checked, world),
    )
    const { status } = checked.row
    if (status !== undefined && status !== story.state.status) throw new RowRefused([otherStatus(story.state.status)])
    if (checked.told.closed && story.state.outcome === null) throw new RowRefused([stillOpen(story.state)])
    if (checked.row.document && Object.keys(story.state.documents).length === 0) throw new RowRefused([unusedDocument])
    return story
  } catch (error) {
    if (!(error instanceof StoryProblem)) throw error
    const stepsTold = checked.row.steps.length > 0
    throw new RowRefused([complaintOfStory(error, { stepsTold, utcOffsetMinutes: world.regency.utcOffsetMinutes })])
  }
}

/** The row's story with what is given to a case when it is taken over. */
export function toldOf(
  { told, row, service }: CheckedRow,
  given: {
    application: string
    number: string
    attachments: Told['attachments']
    files: { digest: string; file: string } | null
  },
): Told {
  const { application, number, attachments, files } = given
  const paper = row.document
  return {
    ...told,
    application,
    attachments,
    context: { flow: service.silent, number },
    document: paper
      ? { number: paper.number, issuedAt: issuedAt(row, told), digest: files?.digest ?? '', file: files?.file ?? null }
      : null,
  }
}

function issuedAt({ document }: CheckedRow['row'], { filed, now }: CheckedRow['told']): number | null {
  const moment = document?.issuedAt
  if (!moment) return null
  return moment.dayOnly ? Math.min(Math.max(moment.at + 43_200_000, filed.at), now) : moment.at
}

async function withoutClashes(plan: Plan): Promise<Plan> {
  const numbered = plan.rows.flatMap(({ line, paper }) =>
    paper?.placed ? [{ line, key: paper.key, placed: paper.placed satisfies Placed }] : [],
  )
  const found = await clashes(numbered)
  return {
    ...plan,
    rows: plan.rows.filter(({ line }) => !found.has(line)),
    problems: [...plan.problems, ...[...found].map(([line, complaint]) => problemAt(line, complaint))].sort(
      (a, b) => a.line - b.line,
    ),
  }
}

export const hasErrors = ({ problems }: Plan) => problems.some(isError)

function isOfService({ value }: RawRow, service: string | undefined): boolean {
  if (service === undefined) return true
  const named: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'service') : undefined
  return named === undefined || named === service
}

const twice = (line: number): Complaint => ({
  field: 'reference',
  what: `stands in line ${line} too`,
  mend: 'a file is taken over once; give the second one a number of its own',
})
const otherPattern: Complaint = {
  field: 'document.number',
  what: 'does not follow the pattern of the service: it is kept, and the series does not count it',
  mend: null,
  severity: 'warning',
}
const otherStatus = (status: string): Complaint => ({
  field: 'status',
  what: `does not agree with the steps: they end with the case ${status}`,
  mend: 'complete the steps, or take the status out',
})
const unusedDocument: Complaint = {
  field: 'document.number',
  what: 'is given, but no step of the row issues a document',
  mend: 'complete the steps, or take the document out',
}
const stillOpen = (state: CaseState): Complaint => ({
  field: 'steps',
  what: `end with the case still open (${state.track}), but the row says that it is closed`,
  mend: 'complete the steps and the number of the document',
})
