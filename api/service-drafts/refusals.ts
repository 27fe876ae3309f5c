import { inIndonesian } from '../../catalogue/pack/in-indonesian.ts'
import type { Problem } from '../../catalogue/pack/problem.ts'
import type { DraftRecord } from '../../models/catalogue/draft.ts'
import { ApiProblem, conflict, invalidField } from '../errors/problems.ts'

export const draftChanged = (other: DraftRecord | null) =>
  conflict('draft-changed', {
    id: other
      ? `Rancangan ini sudah disimpan lagi (revisi ${other.revision}). Muat ulang, lalu terapkan perubahan Anda.`
      : 'Rancangan ini sudah tidak ada: sudah diterbitkan atau dibuang. Muat ulang.',
    en: other
      ? `This draft has been saved again (revision ${other.revision}). Reload it, then make your changes.`
      : 'This draft is gone: it was published or discarded. Reload.',
  })

export const baseChanged = () =>
  conflict('base-changed', {
    id: 'Versi lain sudah terbit sejak rancangan ini dibuat. Salin perubahan Anda, buang rancangan ini, dan mulai dari versi itu.',
    en: 'Another version was published since this draft began. Copy your changes, discard this draft, and begin from that version.',
  })

export const nothingNew = () =>
  conflict('nothing-new', {
    id: 'Rancangan ini sama dengan versi yang berlaku.',
    en: 'This draft says the same as the version in force.',
  })

/** 422 with everything that is wrong at once, each by its place in the definition. */
export const draftWrong = (problems: readonly Problem[]) =>
  new ApiProblem({
    status: 422,
    code: 'draft-wrong',
    title: { id: 'Rancangan belum dapat diterbitkan', en: 'The draft cannot be published yet' },
    errors: problems.map((problem) => ({
      field: `definition.${problem.path}`,
      code: 'wrong',
      message: { id: told(inIndonesian(problem)), en: told(problem) },
    })),
  })

const told = ({ message, mend }: Pick<Problem, 'message' | 'mend'>) => (mend ? `${message}; ${mend}` : message)

export const dayIsPast = () =>
  invalidField('effectiveFrom', 'past', {
    id: 'Tanggal mulai berlaku sudah lewat; pilih hari ini atau sesudahnya.',
    en: 'The day from which it holds is past; choose today or later.',
  })

export const dayIsFar = () =>
  invalidField('effectiveFrom', 'far', {
    id: 'Tanggal mulai berlaku paling lama satu tahun dari sekarang.',
    en: 'The day from which it holds is at most a year from now.',
  })
