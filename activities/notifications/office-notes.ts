import { allSteps } from '../../catalogue/steps-of.ts'
import type { HandOverReason, TimelineEvent } from '../../domain/case/events.ts'
import type { OfficeTrigger } from '../../domain/service.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { MessageRecord } from '../../models/case/message.ts'
import type { CaseDeps } from '../deps.ts'
import type { NewMessage } from './compose.ts'

type Assigned = Extract<TimelineEvent, { type: 'task-assigned' }>
type Told = Pick<MessageRecord, 'to' | 'desk'> & { trigger: OfficeTrigger; text: string }

/** What the office is told when a task changes hands by itself: its new holder, and the supervisor where one has left. */
export async function officeNotes(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  { data, seq, at }: Assigned,
): Promise<NewMessage[]> {
  const { task: id, officer, reason } = data
  const task = application.state.tasks[id]
  if (!reason || !task) return []
  const { definition } = await catalogue.service(application.service, application.serviceVersion)
  const { _id, number, service, agencies, village, servicePoint } = application
  const step = allSteps(definition).find(({ code }) => code === task.step)?.name.id ?? 'Tugas'
  const about = `${step}, ${definition.name.id} ${number}`
  const place =
    'agency' in task.desk ? { agency: task.desk.agency, village: null } : { agency: null, village: application.village }
  const told: Told[] = []
  if (officer !== null)
    told.push({ to: officer, desk: null, trigger: 'handed-over', text: `${about}: ${whyToYou[reason]}` })
  if (reason === 'left') {
    const role = place.agency === null ? ('village-head' as const) : ('supervisor' as const)
    const text = `${about}: ${nobodys}`
    told.push({ to: `desk:${role}`, desk: { role, ...place }, trigger: 'freed', text })
  }
  return told.map(({ to, desk, trigger, text }) => ({
    application: _id,
    entry: null,
    number,
    service,
    case: { agencies, village, servicePoint },
    seq,
    trigger,
    way: 'in-app',
    to,
    desk,
    subject: subjects[trigger],
    text,
    status: 'sent',
    queuedAt: new Date(at),
    nextAttemptAt: null,
  }))
}

const subjects: Record<OfficeTrigger, string> = {
  'handed-over': 'Sebuah tugas beralih kepada Anda',
  freed: 'Sebuah tugas ditinggalkan pemegangnya',
}
const whyToYou: Record<HandOverReason, string> = {
  absence:
    'ditawarkan kepada Anda karena pemegangnya berhalangan. Kembali kepadanya bila ia hadir dan Anda belum mengambilnya.',
  returned: 'kembali kepada Anda setelah ketidakhadiran Anda berakhir.',
  'mandate-ended': 'kembali kepada Anda karena mandat pelaksananya berakhir.',
  left: 'beralih kepada Anda karena pemegangnya tidak lagi bertugas di meja ini.',
  rung: 'dialihkan kepada Anda karena waktunya hampir habis.',
}
const nobodys =
  'pemegangnya tidak lagi bertugas di meja ini. Tugas dikembalikan ke mejanya; pastikan seseorang mengambilnya.'
