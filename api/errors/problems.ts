import type { LocalText } from '../../contracts/common.ts'

export type FieldError = { field: string; code: string; message: LocalText }

type ProblemInit = {
  status: number
  /** Stable and lower-case with dashes: what programs look at. */
  code: string
  title: LocalText
  detail?: LocalText
  errors?: FieldError[]
  /** Seconds after which the same request may succeed. */
  retryAfter?: number
  cause?: unknown
}

/** An answer that refuses, RFC 9457; thrown anywhere in a request, its texts are chosen by the caller's language. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: LocalText
  readonly detail: LocalText | undefined
  readonly errors: FieldError[]
  readonly retryAfter: number | undefined

  constructor(init: ProblemInit) {
    super(init.code, { cause: init.cause })
    this.status = init.status
    this.code = init.code
    this.title = init.title
    this.detail = init.detail
    this.errors = init.errors ?? []
    this.retryAfter = init.retryAfter
  }
}

const text = (id: string, en: string): LocalText => ({ id, en })

/** 400: the request as a whole is wrong; name what is wrong in `detail`. */
export const badRequest = (code: string, detail: LocalText) =>
  new ApiProblem({ status: 400, code, title: text('Permintaan keliru', 'Bad request'), detail })

/** 400 or, for values that were understood and refused, 422: each error names its field. */
export function invalidFields(errors: FieldError[], status: 400 | 422 = 400): ApiProblem {
  const title = text('Ada isian yang perlu diperbaiki', 'Some fields need mending')
  return new ApiProblem({ status, code: 'invalid-fields', title, detail: summary(errors), errors })
}

/** What is wrong with one field, in both languages. */
export const fieldError = (field: string, code: string, id: string, en: string): FieldError => ({
  field,
  code,
  message: text(id, en),
})

/** 422 for one field. */
export const invalidField = (field: string, code: string, message: LocalText) =>
  invalidFields([{ field, code, message }], 422)

function summary(errors: FieldError[]): LocalText {
  const lines = errors.slice(0, 5)
  return text(lines.map((one) => one.message.id).join(' '), lines.map((one) => one.message.en).join(' '))
}

export const unauthenticated = () =>
  new ApiProblem({
    status: 401,
    code: 'not-signed-in',
    title: text('Silakan masuk dahulu', 'Please sign in first'),
    detail: text('Sesi tidak ada atau sudah berakhir.', 'There is no session, or it has ended.'),
  })

export const forbidden = (detail?: LocalText) =>
  new ApiProblem({
    status: 403,
    code: 'not-allowed',
    title: text('Tidak diizinkan', 'Not allowed'),
    detail: detail ?? text('Peran Anda tidak memiliki wewenang ini.', 'Your role does not have this authority.'),
  })

/** 404, also for what exists and is not the asking person's to know of. */
export const notFound = () =>
  new ApiProblem({
    status: 404,
    code: 'not-found',
    title: text('Tidak ditemukan', 'Not found'),
    detail: text('Data ini tidak ada, atau bukan untuk Anda lihat.', 'This does not exist, or is not yours to see.'),
  })

/** 409: understood, allowed, and impossible in the present state. */
export const conflict = (code: string, detail: LocalText) =>
  new ApiProblem({ status: 409, code, title: text('Tidak dapat dilakukan sekarang', 'Cannot be done now'), detail })

export const tooLarge = (detail: LocalText) =>
  new ApiProblem({ status: 413, code: 'too-large', title: text('Terlalu besar', 'Too large'), detail })

export const tooManyRequests = (retryAfter: number) =>
  new ApiProblem({
    status: 429,
    code: 'too-many-requests',
    title: text('Terlalu sering', 'Too many requests'),
    detail: text(`Tunggu ${retryAfter} detik, lalu coba lagi.`, `Wait ${retryAfter} seconds, then try again.`),
    retryAfter,
  })

/** 503: nothing was done, or nothing that matters; the same request may simply be repeated. */
export const unavailable = (cause?: unknown) =>
  new ApiProblem({
    status: 503,
    code: 'unavailable',
    title: text('Layanan sedang terganggu', 'The service is interrupted'),
    detail: text('Coba lagi sebentar lagi; data Anda aman.', 'Try again shortly; your data is safe.'),
    retryAfter: 5,
    cause,
  })

/** 503: it may or may not have happened (design rule 6); only the same key tells. */
export const outcomeUnknown = (cause?: unknown) =>
  new ApiProblem({
    status: 503,
    code: 'outcome-unknown',
    title: text('Hasil belum diketahui', 'Outcome unknown'),
    detail: text(
      'Permintaan mungkin sudah terlaksana. Ulangi dengan Idempotency-Key yang sama.',
      'The request may have been carried out. Repeat it with the same Idempotency-Key.',
    ),
    retryAfter: 2,
    cause,
  })

export const internalError = (cause: unknown) =>
  new ApiProblem({
    status: 500,
    code: 'internal-error',
    title: text('Terjadi kesalahan pada sistem', 'Something went wrong on our side'),
    detail: text('Kesalahan sudah dicatat dengan nomor permintaan ini.', 'It was recorded under this request id.'),
    cause,
  })
