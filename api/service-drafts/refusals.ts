import type { Problem } from '../../catalogue/pack/problem.ts'
import type { DraftRecord } from '../../models/catalogue/draft.ts'
import { ApiProblem, conflict } from '../errors/problems.ts'

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
    errors: problems.map(({ path, message, mend }) => {
      const told = mend ? `${message}; ${mend}` : message
      return { field: `definition.${path}`, code: 'wrong', message: { id: told, en: told } }
    }),
  })
