import type { MergeApplication } from '../../contracts/turns.ts'
import { isClosed } from '../../domain/case/state.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { mergeApplication } from '../../workflows/messages.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { invalidField } from '../errors/problems.ts'
import { keptTurn, officer, type Turning } from './kept-turn.ts'

/** Ends a duplicate under the number of the case it repeats. Throws 409, 422 naming the field, or 503. */
export async function mergeInto({ engine }: CaseServices, turning: Turning<MergeApplication>): Promise<void> {
  const { application, person, body } = turning
  const { into, reason } = body
  const content = { reason, at: into }
  const act = await keptTurn(turning, { kind: 'merge', action: 'merge', content }, () => check(application, into))
  if (application.state.heard.includes(act._id)) return
  const said = { mergeId: act._id, digest: act.digest, into, by: officer(person) }
  await sayKept(engine, application, mergeApplication, { act: said, updateId: act._id })
}

/** Only the same matter of the same person: same service, same NIK, and still going on or granted. */
async function check({ number, service, applicant }: ApplicationRecord, into: string): Promise<void> {
  const other = await Application.findOne({ number: into }).lean<ApplicationRecord>()
  if (!other || into === number) throw invalidField('into', 'unknown-number', noSuchNumber)
  if (other.service !== service || other.applicant.nik !== applicant.nik)
    throw invalidField('into', 'other-matter', otherMatter)
  if (isClosed(other.state) && other.status !== 'approved') throw invalidField('into', 'case-closed', isOver)
}

const noSuchNumber = {
  id: 'Tidak ada permohonan lain dengan nomor ini.',
  en: 'There is no other application of this number.',
}
const otherMatter = {
  id: 'Permohonan itu untuk layanan atau pemohon lain.',
  en: 'That application is for another service or person.',
}
const isOver = {
  id: 'Permohonan itu sudah berakhir tanpa hasil.',
  en: 'That application has ended without a result.',
}
