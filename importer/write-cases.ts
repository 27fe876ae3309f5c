import { join } from 'node:path'
import { recordIn } from '../activities/record/record.ts'
import { Act } from '../models/case/acts.ts'
import { Application, type Attachment } from '../models/case/application.ts'
import { IssuedDocument } from '../models/case/document.ts'
import { keepOldNumbers } from '../models/case/keep-number.ts'
import { File } from '../models/file.ts'
import { inTransaction } from '../models/transaction.ts'
import { keepFile, type NewFile } from './files.ts'
import type { ImportHouse } from './house.ts'
import { type PlannedRow, toldOf } from './plan.ts'
import { tellStory } from './story/tell-story.ts'
import { type Story, unnamed } from './story/told.ts'
import { storyAround } from './story-around.ts'
import type { ImportWorld } from './world.ts'

export type Numbered = { row: PlannedRow; number: string }

type Whole = {
  row: PlannedRow
  number: string
  trackingCode: string
  attachments: Attachment[]
  files: NewFile[]
  paper: NewFile | null
  story: Story
}

/**
 * Keeps cases with all they have lived through in one transaction: either the whole case is there or nothing of it, and
 * nobody ever sees one without its history. Throws when any of them cannot be kept; then none is.
 */
export async function writeCases(
  house: ImportHouse,
  world: ImportWorld,
  cases: Numbered[],
  { dir, at }: { dir: string; at: Date },
): Promise<void> {
  const wholes = await Promise.all(cases.map((each) => complete(house, world, each, { dir, at })))
  await inTransaction(async (session) => {
    await Application.insertMany(
      wholes.map((whole) => applicationOf(house, whole, at)),
      { session },
    )
    const files = wholes.flatMap((whole) => [...whole.files, ...(whole.paper ? [whole.paper] : [])])
    if (files.length > 0) await File.insertMany(files, { session })
    const acts = wholes.flatMap(({ story }) => story.acts)
    if (acts.length > 0) await Act.insertMany(acts, { session })
    const documents = wholes.flatMap(({ row, paper }) =>
      row.paper ? [{ ...row.paper.record, ...paperFile(paper) }] : [],
    )
    if (documents.length > 0) await IssuedDocument.insertMany(documents, { session })
    await keepOldNumbers(
      wholes.flatMap(({ row }) => oldNumber(row)),
      session,
    )
    for (const { row, story } of wholes) {
      const { events } = story
      await recordIn(
        house.deps,
        { regency: house.regency, application: row.application, from: 1, head: '', events },
        session,
      )
    }
  })
}

async function complete(
  house: ImportHouse,
  world: ImportWorld,
  { row, number }: Numbered,
  { dir, at }: { dir: string; at: Date },
): Promise<Whole> {
  const { application, filedBy: owner } = row
  const keep = (code: string, path: string) => keepFile(join(dir, path), { application, code, owner, at })
  const documents = Object.entries(row.row.documents)
  const files = await Promise.all(documents.map(([code, path]) => keep(code, path)))
  const attachments = documents.map(([code], index) => ({ code, file: files[index]?._id ?? '' }))
  const path = row.row.document?.file
  const paper = path ? await keep('(document)', path) : null
  const given = { application, number, attachments, files: paper && { digest: paper.sha256, file: paper._id } }
  const story = tellStory(toldOf(row, given), storyAround(row, world))
  return { row, number, trackingCode: house.accepting.trackingCode(), attachments, files, paper, story }
}

function applicationOf({ accepting }: ImportHouse, { row, number, trackingCode, attachments }: Whole, at: Date) {
  const { application, key, digest, reference, service, applicant, filedBy, proxy, told } = row
  const { channel, place } = told.filed
  return {
    _id: application,
    number,
    imported: { reference, at },
    filedWith: { by: unnamed, key, digest },
    trackingCode,
    service: service.definition.code,
    serviceVersion: service.version,
    channel,
    servicePoint: place.servicePoint,
    village: place.village,
    agencies: accepting.agencies(service.definition),
    applicant,
    filedBy,
    proxy,
    answers: told.answers,
    attachments,
    acceptedAt: new Date(told.filed.at),
  }
}

const paperFile = (paper: NewFile | null) => (paper ? { file: paper._id, digest: paper.sha256 } : {})

function oldNumber({ paper }: PlannedRow) {
  if (!paper?.placed) return []
  const { number: text, issuedAt, preparedAt } = paper.record
  return [{ ...paper.placed, text, key: paper.key, at: issuedAt ?? preparedAt }]
}
