import { ApiProblem, conflict, invalidField } from '../errors/problems.ts'

/** 409: so many rehearsals of this regency are waiting already. */
export const rehearsalsFull = (waiting: number) =>
  conflict('rehearsals-full', {
    id: `Sudah ada ${waiting} gladi yang menunggu atau berjalan. Tunggu sampai salah satunya selesai.`,
    en: `${waiting} rehearsals are waiting or under way already. Wait until one of them is done.`,
  })

export const noSuchVersion = () =>
  invalidField('source.version', 'unknown', {
    id: 'Layanan ini tidak mempunyai versi itu.',
    en: 'This service has no such version.',
  })

/** 422: nothing of it has a term, so there is no time to play. */
export const noTerm = () =>
  new ApiProblem({
    status: 422,
    code: 'no-term',
    title: { id: 'Layanan ini tidak mempunyai jangka waktu', en: 'This service has no term' },
    detail: {
      id: 'Tanpa jangka waktu pada layanan atau langkahnya, tidak ada yang dapat digladikan.',
      en: 'Without a term of the service or of a step there is nothing to rehearse.',
    },
  })

export const dayIsPast = () =>
  invalidField('day', 'past', {
    id: 'Gladi hanya berjalan ke depan: pilih hari sesudah hari ini.',
    en: 'A rehearsal only goes forward: choose a day after today.',
  })

export const dayIsUncovered = (until: string) =>
  invalidField('day', 'far', {
    id: `Kalender layanan ini baru terisi sampai ${until}. Pilih hari yang jauh sebelumnya.`,
    en: `The calendar of this service is filled until ${until} only. Choose a day well before it.`,
  })
