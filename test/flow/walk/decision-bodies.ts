import type { TaskState } from '../../../domain/case/state.ts'
import type { Decision, Step } from '../../../domain/service.ts'
import { passphrase } from '../../api/case-api-house.ts'
import { pdf } from '../../api/sample-files.ts'
import type { WalkHouse } from './house.ts'

/** What the pack's panels ask, answered by seat. */
export const asked: Record<string, object> = {
  bangunan: { sesuaiSempadan: true, strukturMemadai: true, kdbPersen: 55 },
  lingkungan: { dokumenLingkungan: 'sppl', resapanAda: true },
  'lalu-lintas': { bangkitan: 'rendah', aksesAman: true },
  labkesda: { eColi: 0, tanggalUji: '2026-11-02', nomorHasil: 'LAB/2026/17' },
}
/** What its checklist asks, answered. */
export const found = {
  lokasi: true,
  airBersih: true,
  cuciTangan: true,
  penyimpanan: false,
  suhuPendingin: 4,
  penjamahSehat: true,
  limbah: 'baik',
}
const why = 'Tidak sesuai dengan ketentuan yang berlaku.'
const signing = { passphrase }
let brought = 0

/** Everything that a decision on this task has to say. */
export async function bodyOf(
  house: WalkHouse,
  who: string,
  step: Step,
  { seat }: TaskState,
  decision: Decision,
): Promise<object> {
  if (decision === 'return')
    return { decision, deficiencies: [{ target: 'other', name: 'lain', message: 'Perlu diperjelas.' }] }
  const note = decision === 'reject' || decision === 'object' ? { note: why } : {}
  if (step.kind === 'consult') return { decision, ...note, answers: asked[seat ?? ''] }
  if (step.kind === 'inspect') return { decision, ...note, answers: found, photos: [await house.upload(who)], signing }
  if (decision === 'sign') return { decision, signing }
  if (step.kind === 'review' && step.brings && decision === 'approve')
    return { decision, data: await document(house, who) }
  return { decision, ...note }
}

async function document(house: WalkHouse, who: string): Promise<object> {
  brought += 1
  const file = await house.upload(who, pdf, 'application/pdf', 'akta.pdf')
  return { number: `3510-LU-22112026-${String(brought).padStart(4, '0')}`, file }
}
