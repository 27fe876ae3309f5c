import type { Register } from '../../catalogue/schema/documents.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { LocalText } from '../../contracts/common.ts'
import { currentVersion, officeOf, versionOf } from '../../models/catalogue/catalogue.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'

/** What a licence's codes are called: by the service in force, or its own version where that is closed. */
export type EntryWords = { definition: ServiceDefinition; register: Register | null; title: LocalText; agency: string }

type Named = Pick<RegisterRecord, 'service' | 'serviceVersion' | 'register' | 'agency'>

/** Words of licences, each service and office looked up once: make one for a request. */
export function entryWordBook(): (row: Named) => Promise<EntryWords> {
  const known = new Map<string, Promise<EntryWords>>()
  return (row) => {
    const key = `${row.service}/${row.serviceVersion}/${row.register}/${row.agency}`
    const words = known.get(key) ?? wordsOf(row)
    known.set(key, words)
    return words
  }
}

async function wordsOf({ service, serviceVersion, register: code, agency }: Named): Promise<EntryWords> {
  const current = await currentVersion(service)
  const inForce = current?.definition.registers.some((each) => each.code === code) ? current : null
  const { definition } = inForce ?? (await versionOf(service, serviceVersion))
  const register = definition.registers.find((each) => each.code === code) ?? null
  const steps = [...definition.steps, ...definition.deemed]
  const entered = steps.find((step) => step.kind === 'register' && step.register === code)
  const document = definition.documents.find((each) => entered?.kind === 'register' && each.code === entered.document)
  return { definition, register, title: document?.name ?? definition.product, agency: (await officeOf(agency)).name }
}
