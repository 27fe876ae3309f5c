import type { LocalText } from '../../contracts/common.ts'
import type { HandOverReason, Proposal } from '../../domain/case/events.ts'
import type { Words } from './sentences.ts'

type Assigned = Extract<Proposal, { type: 'task-assigned' }>

const toOfficer: Record<HandOverReason, LocalText> = {
  absence: {
    id: 'ditawarkan kepada petugas lain karena pemegangnya berhalangan',
    en: 'was offered to another officer because its holder is away',
  },
  returned: { id: 'kembali kepada pemegangnya, yang sudah hadir', en: 'went back to its holder, who is here again' },
  'mandate-ended': {
    id: 'kembali kepada pejabatnya karena mandat pelaksananya berakhir',
    en: 'went back to the official because the mandate of the stand-in ended',
  },
  left: {
    id: 'dialihkan karena pemegangnya tidak lagi bertugas di meja ini',
    en: 'was passed on because its holder no longer sits at this desk',
  },
  rung: {
    id: 'dialihkan kepada petugas lain karena waktunya hampir habis',
    en: 'was given to another officer because its time is running out',
  },
}

const toDesk: Record<HandOverReason, LocalText> = {
  absence: {
    id: 'terbuka bagi semua di meja ini karena pemegangnya berhalangan',
    en: 'is open to all of the desk because its holder is away',
  },
  returned: { id: 'kembali ke mejanya', en: 'went back to its desk' },
  'mandate-ended': {
    id: 'kembali ke mejanya karena mandat pelaksananya berakhir',
    en: 'went back to its desk because the mandate of the stand-in ended',
  },
  left: {
    id: 'kembali ke mejanya karena pemegangnya tidak lagi bertugas di sini',
    en: 'went back to its desk because its holder no longer sits here',
  },
  rung: {
    id: 'terbuka bagi semua di meja ini karena waktunya hampir habis',
    en: 'is open to all of the desk because its time is running out',
  },
}

/** Why a task changed hands, without names: who did it stands beside it. */
export function handOverSentence({ data: { task, officer, reason } }: Assigned, words: Words): LocalText {
  const step = words.stepOfTask(task)
  const how = reason ? (officer === null ? toDesk : toOfficer)[reason] : byWish
  return { id: `${step?.id ?? 'Tugas'} ${how.id}.`, en: `${step?.en ?? 'The task'} ${how.en}.` }
}

const byWish: LocalText = { id: 'dialihkan kepada petugas lain', en: 'was given to another officer' }
