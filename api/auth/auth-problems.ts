import { ApiProblem, forbidden, internalError, invalidField, invalidFields, unavailable } from '../errors/problems.ts'
import { maxPasswordLength, minPasswordLength } from './auth.ts'

/** The sign-in's own errors, told as the API's problems. Right address and wrong password read the same. */
export function authProblem(status: number, code: string, message: string): ApiProblem {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
      return new ApiProblem({
        status: 401,
        code: 'wrong-credentials',
        title: { id: 'Tidak dapat masuk', en: 'Cannot sign in' },
        detail: { id: 'E-mail atau kata sandi salah.', en: 'E-mail or password is wrong.' },
      })
    case 'DEMO_ACCOUNT':
      return forbidden({
        id: 'Akun demo tidak berlaku pada sistem ini.',
        en: 'Demo accounts are not valid on this system.',
      })
    case 'USER_ALREADY_EXISTS':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return invalidField('email', 'taken', {
        id: 'Alamat e-mail ini sudah terdaftar. Silakan masuk.',
        en: 'This e-mail address is registered already. Please sign in.',
      })
    case 'INVALID_EMAIL':
      return invalidField('email', 'invalid-format', {
        id: 'Alamat e-mail bukan alamat e-mail yang benar.',
        en: 'E-mail address is not an e-mail address.',
      })
    case 'PASSWORD_TOO_SHORT':
      return invalidField('password', 'too-short', {
        id: `Kata sandi paling sedikit ${minPasswordLength} huruf.`,
        en: `Password needs at least ${minPasswordLength} characters.`,
      })
    case 'PASSWORD_TOO_LONG':
      return invalidField('password', 'too-long', {
        id: `Kata sandi paling banyak ${maxPasswordLength} huruf.`,
        en: `Password takes at most ${maxPasswordLength} characters.`,
      })
    case 'VALIDATION_ERROR':
      return invalidFields(bodyFields(message))
  }
  if (status === 401) return new ApiProblem({ status, code: slug(code), ...notPossible })
  if (status >= 500) return status === 503 ? unavailable() : internalError(new Error(`sign-in answered ${code}`))
  return new ApiProblem({ status, code: slug(code), ...notPossible })
}

const notPossible = { title: { id: 'Permintaan ditolak', en: 'The request was refused' } }
const slug = (code: string) => code.toLowerCase().replaceAll('_', '-').slice(0, 60) || 'refused'

const labels: Record<string, { id: string; en: string }> = {
  email: { id: 'Alamat e-mail', en: 'E-mail address' },
  password: { id: 'Kata sandi', en: 'Password' },
  name: { id: 'Nama', en: 'Name' },
}

/** better-auth names the wrong fields in one line: `[body.email] Invalid input; [body.password] …`. */
function bodyFields(message: string) {
  const fields = [...message.matchAll(/\[body\.([A-Za-z]+)\]/g)].map((match) => match[1] ?? '')
  return (fields.length > 0 ? fields : ['']).map((field) => {
    const label = labels[field] ?? { id: 'Isi permintaan', en: 'The request body' }
    const message = { id: `${label.id} wajib diisi dengan benar.`, en: `${label.en} must be given correctly.` }
    return { field, code: 'invalid', message }
  })
}
