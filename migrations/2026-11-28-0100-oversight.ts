import { isVillageService } from '../catalogue/compile/village-service.ts'
import type { ServiceDefinition } from '../catalogue/service-schema.ts'
import type { TimelineEvent } from '../domain/case/events.ts'
import { emptyCase } from '../domain/case/state.ts'
import { officeOf } from '../domain/oversight/dimensions.ts'
import { movementsOf } from '../domain/oversight/movements.ts'
import type { Db } from '../models/database.ts'

type Tenant = { regency: string }
type Case = Tenant & { _id: string; number: string; service: string; serviceVersion: number; village: string | null }

/** What oversight counts: the indexes, and what happened to the cases there are, as their timelines tell it. */
export async function up(db: Db): Promise<void> {
  await db.collection('movements').createIndexes([
    { name: 'once', key: { regency: 1, application: 1, seq: 1 }, unique: true },
    { name: 'to-count', key: { folded: 1, at: 1 }, partialFilterExpression: { folded: false } },
    { name: 'to-count-of', key: { regency: 1, folded: 1, at: 1 }, partialFilterExpression: { folded: false } },
    {
      name: 'overtakings',
      key: { regency: 1, kind: 1, agency: 1, village: 1, at: -1, _id: -1 },
      partialFilterExpression: { overtook: { $gt: 0 } },
    },
    {
      name: 'all-overtakings',
      key: { regency: 1, kind: 1, at: -1, _id: -1 },
      partialFilterExpression: { overtook: { $gt: 0 } },
    },
  ])
  await db.collection('tallies').createIndexes([
    { name: 'name', key: { regency: 1, name: 1 }, unique: true },
    { name: 'by-time', key: { regency: 1, subject: 1, grain: 1, level: 1, from: 1, office: 1 } },
    { name: 'by-office', key: { regency: 1, subject: 1, grain: 1, level: 1, agency: 1, village: 1, from: 1 } },
  ])
  await db.collection('tallyHeads').createIndexes([{ name: 'one', key: { regency: 1 }, unique: true }])
  await db.collection('tasks').createIndexes([
    { name: 'equals', key: { regency: 1, service: 1, step: 1, agency: 1, village: 1, endedAt: 1, openedAt: 1 } },
    // Open tasks as oversight reads them when a process begins: from the index alone, and only those that are not over.
    {
      name: 'watched',
      key: {
        regency: 1,
        status: 1,
        agency: 1,
        village: 1,
        service: 1,
        step: 1,
        assignee: 1,
        openedAt: 1,
        warnAt: 1,
        dueAt: 1,
        shift: 1,
        task: 1,
      },
      partialFilterExpression: { status: { $in: ['open', 'returned'] } },
    },
  ])
  await tellOldCases(db)
}

async function tellOldCases(db: Db): Promise<void> {
  const definitions = new Map<string, ServiceDefinition | null>()
  const fields = { regency: 1, number: 1, service: 1, serviceVersion: 1, village: 1 }
  const cases = db.collection<Case>('applications').find({}, { projection: fields })
  for await (const each of cases) {
    const key = `${each.regency} ${each.service} ${each.serviceVersion}`
    if (!definitions.has(key)) definitions.set(key, await definitionOf(db, each))
    const definition = definitions.get(key)
    if (definition) await tell(db, each, definition)
  }
}

async function definitionOf(db: Db, { regency, service, serviceVersion }: Case): Promise<ServiceDefinition | null> {
  const found = await db
    .collection<Tenant & { code: string; version: number; definition: ServiceDefinition }>('serviceVersions')
    .findOne({ regency, code: service, version: serviceVersion })
  return found?.definition ?? null
}

async function tell(db: Db, { _id, regency, number, service, village }: Case, definition: ServiceDefinition) {
  const lines = db
    .collection<Tenant & { application: string } & TimelineEvent>('timeline')
    .find({ application: _id, regency })
    .sort({ seq: 1 })
  const own = village !== null && isVillageService(definition)
  const owner = own ? { agency: null, village } : { agency: definition.agency, village: null }
  const rows = movementsIn((await lines.toArray()) as TimelineEvent[], owner, village).map((movement) => ({
    ...movement,
    regency,
    application: _id,
    number,
    service,
    office: officeOf(movement),
    at: new Date(movement.at),
    receivedAt: new Date(movement.receivedAt),
    since: movement.since === null ? null : new Date(movement.since),
    overtook: null,
    overtookFree: null,
    folded: false,
  }))
  const upserts = rows.map((row) => ({
    updateOne: { filter: { regency, application: _id, seq: row.seq }, update: { $setOnInsert: row }, upsert: true },
  }))
  if (upserts.length > 0) await db.collection('movements').bulkWrite(upserts)
}

/** A timeline that tells no story is `npm run rebuild`'s to report. */
function movementsIn(
  events: TimelineEvent[],
  owner: Parameters<typeof movementsOf>[2]['owner'],
  village: string | null,
) {
  try {
    return movementsOf(emptyCase(), events, { owner, village })
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
