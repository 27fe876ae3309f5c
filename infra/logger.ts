import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger }

const personal = [
  'nik',
  'name',
  'password',
  'passphrase',
  'code',
  'note',
  'authorization',
  'cookie',
  'set-cookie',
  'email',
  'phone',
  'address',
  'answers',
  'signing',
]

/** Keys are hidden at the root and up to three levels down. */
const redactedPaths = personal.flatMap((key) => {
  const quoted = /^\w+$/.test(key) ? `.${key}` : `["${key}"]`
  return [quoted.replace(/^\./, ''), `*${quoted}`, `*.*${quoted}`, `*.*.*${quoted}`]
})

/**
 * JSON lines on standard output. Never give it a request's body: log ids and codes.
 * `component` says who speaks (`api`, `worker`, …).
 */
export function createLogger(component: string, level = 'info', destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { component, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redactedPaths, censor: '[hidden]' },
      serializers: { err: describeError, error: describeError },
    },
    destination ?? pino.destination(1),
  )
}

/** Messages of the database and of validators quote the values they refuse. */
const quotesValues = /^(Mongo|Bulk|Validat|Cast|Zod|Strict|VersionError|ObjectParameter|DocumentNotFound)/

interface DescribedError {
  type: string
  message?: string
  errorCode?: string | number
  stack?: string
  cause?: DescribedError
}

/** An error for the log: its kind, code and place; its message only when that cannot quote personal data. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error }
  const code: unknown = Reflect.get(error, 'code')
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    ...(quotesValues.test(error.name) || code === 11000 ? {} : { message: error.message }),
    ...(typeof code === 'string' || typeof code === 'number' ? { errorCode: code } : {}),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
