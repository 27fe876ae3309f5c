import { ApplicationFailure } from '@temporalio/common'
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker'
import type { Logger } from 'pino'
import { NoAuthority } from '../domain/authority/authority-at.ts'
import { OutsideError } from '../integrations/outside/outside-system.ts'
import { PaymentError } from '../integrations/payment/payment.ts'
import { SigningError } from '../integrations/signing/signing.ts'
import { TimelineContradiction } from './record/contradiction.ts'

/**
 * Turns every error into a code before Temporal keeps it: messages of MongoDB and Mongoose quote the values they refuse
 * (design rule 3). The log gets the place, and an alarm where a story contradicts itself.
 */
export class CodedErrors implements ActivityInboundCallsInterceptor {
  private readonly log: Logger
  private readonly activity: string
  constructor(log: Logger, activity: string) {
    this.log = log
    this.activity = activity
  }

  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    try {
      return await next(input)
    } catch (error) {
      if (error instanceof SigningError) throw coded(error.code)
      // Time gives it to nobody who lacks it now: the signer is told at once.
      if (error instanceof NoAuthority) throw coded(error.code, false)
      if (error instanceof PaymentError) {
        this.log.warn({ activity: this.activity, code: error.code, status: error.status }, 'the payment gateway failed')
        throw coded(`payment-${error.code}`)
      }
      // A system that says it is closed is asked again by the case, hours apart: repeating at once only fills the history.
      if (error instanceof OutsideError) throw coded(`outside-${error.code}`, error.isPassing)
      const alarm = error instanceof TimelineContradiction
      this.log[alarm ? 'fatal' : 'error']({ error, activity: this.activity, alarm }, 'activity failed')
      throw coded(codeOf(error))
    }
  }
}

/** No message and no cause: both would stay in the history. */
function coded(code: string, retry = true): ApplicationFailure {
  const failure = ApplicationFailure.create({ message: code, type: code, nonRetryable: !retry })
  failure.stack = `${failure.name}: ${code}`
  return failure
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' || typeof code === 'number' ? `${error.name}-${code}` : error.name
}
