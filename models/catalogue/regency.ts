import mongoose, { type Model, Schema } from 'mongoose'
import type { Pack } from '../../catalogue/pack/pack.ts'
import type { Kpi } from '../../catalogue/schema/kpis.ts'
import type { VillageOffices } from '../../catalogue/schema/offices.ts'
import type { Regency } from '../../catalogue/schema/regency.ts'
import { acrossRegencies, type Tenanted, tenantScoped } from '../tenancy.ts'

/** The tenant: its face, its crest and how its village offices look. One a regency; `digest` is that of the whole pack. */
export type RegencyRecord = Tenanted<{
  facts: Regency
  crest: string
  hosts: string[]
  villages: VillageOffices
  digest: string
  /** What services of the pack share; absent where the pack was loaded by an older Lontar. */
  shared?: Pick<Pack, 'letters' | 'messages'>
  /** What the regency holds itself to; absent where the pack was loaded by an older Lontar. */
  kpis?: Kpi[]
  loadedAt: Date
}>

const schema = new Schema<RegencyRecord>(
  {
    facts: { type: Schema.Types.Mixed, required: true },
    crest: { type: String, required: true },
    hosts: { type: [String], required: true },
    villages: { type: Schema.Types.Mixed, required: true },
    digest: { type: String, required: true },
    shared: { type: Schema.Types.Mixed },
    kpis: { type: Schema.Types.Mixed },
    loadedAt: { type: Date, required: true },
  },
  { collection: 'regencies', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const RegencyModel: Model<RegencyRecord> = mongoose.model<RegencyRecord>('Regency', schema)

/** Codes of the regencies here, by the host names that reach them. */
export async function regencyHosts(): Promise<Map<string, string>> {
  const all = await acrossRegencies('the host names the regency', () =>
    RegencyModel.find().select({ hosts: 1, regency: 1 }).sort({ regency: 1 }).lean(),
  )
  const hosts = new Map<string, string>()
  for (const { regency, hosts: names } of all) for (const name of names) if (!hosts.has(name)) hosts.set(name, regency)
  return hosts
}
