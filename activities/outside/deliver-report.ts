import { ossStatuses } from '../../domain/outside/oss-status.ts'
import type { OssClient } from '../../integrations/oss/client.ts'
import type { IzinStatus } from '../../integrations/oss/messages.ts'
import { OutsideError } from '../../integrations/outside/outside-system.ts'
import { Report, type ReportRecord } from '../../models/case/report.ts'
import { acrossRegencies, inRegency } from '../../models/tenancy.ts'

export type ReportDeps = {
  oss: Pick<OssClient, 'sendStatus' | 'statusOf'>
  /** OSS's code of the region's licensing office. */
  office: string
  /** Of the regency in context: OSS wants local times. */
  utcOffsetMinutes: () => Promise<number>
}

const leaseMs = 60_000
const longestWaitMs = 4 * 3_600_000

/**
 * Tells OSS the next change of status that is due; false when none is. A case's changes go out in their order: a later one
 * waits until OSS has taken the earlier. What OSS refuses for good stops that case's reports, for a person to look at.
 */
export async function deliverReport(deps: ReportDeps, now = new Date()): Promise<boolean> {
  const report = await acrossRegencies('tell OSS what is due', () => claimNext(now))
  if (!report) return false
  await inRegency(report.regency, () => deliver(deps, report, now))
  return true
}

/** The earliest of some case, under a lease. Whatever stands before it in its case has been sent. */
async function claimNext(now: Date): Promise<ReportRecord | null> {
  const due = await Report.find({ state: 'queued', nextAttemptAt: { $lte: now } })
    .sort({ nextAttemptAt: 1, seq: 1 })
    .limit(100)
    .lean<ReportRecord[]>()
  for (const report of due) {
    const { regency, application, seq, attempts } = report
    const before = { regency, application, seq: { $lt: seq }, state: { $ne: 'sent' as const } }
    if (await Report.exists(before)) continue
    const leased = await Report.findOneAndUpdate(
      { regency, application, seq, state: 'queued', attempts },
      { $inc: { attempts: 1 }, $set: { nextAttemptAt: new Date(now.getTime() + leaseMs), unknown: true } },
      { lean: true },
    )
    if (leased) return report
  }
  return null
}

async function deliver(deps: ReportDeps, report: ReportRecord, now: Date): Promise<void> {
  const { application, seq } = report
  const which = { application, seq }
  try {
    const arrived = report.unknown && (await deps.oss.statusOf(report.licence.licence)) === report.status
    if (!arrived) await deps.oss.sendStatus(await izinStatus(deps, report))
    const sent = { state: 'sent' as const, sentAt: now, unknown: false, lastError: null, nextAttemptAt: null }
    await Report.updateOne(which, { $set: sent })
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    await Report.updateOne(which, { $set: afterFailure(error, report, now) })
  }
}

function afterFailure({ code: lastError }: OutsideError, { attempts }: ReportRecord, now: Date): Partial<ReportRecord> {
  if (lastError === 'refused') return { state: 'refused', lastError, unknown: false, nextAttemptAt: null }
  const wait = Math.min(longestWaitMs, 5_000 * 2 ** Math.min(attempts, 12))
  const unknown = lastError === 'unknown-outcome' || lastError === 'broken'
  return { lastError, unknown, nextAttemptAt: new Date(now.getTime() + wait) }
}

async function izinStatus(deps: ReportDeps, { licence, status, at }: ReportRecord): Promise<IzinStatus> {
  const offset = await deps.utcOffsetMinutes()
  const local = new Date(at.getTime() + offset * 60_000).toISOString()
  return {
    nib: licence.nib,
    id_proyek: licence.project,
    oss_id: licence.ossId,
    id_izin: licence.licence,
    kd_izin: licence.code,
    kd_instansi: deps.office,
    kd_status: status,
    tgl_status: `${local.slice(0, 10)} ${local.slice(11, 19)}`,
    nip_status: '',
    nama_status: ossStatuses[status].name.id,
    keterangan: '',
  }
}
