import type { Context } from '@temporalio/activity'
import type { ActivityExecuteInput, ActivityInboundCallsInterceptor, Next } from '@temporalio/worker'

const everyMs = 1_000

/** Says while an activity runs that its process still lives: Temporal learns of a crash long before the work's own time-out. */
export class Alive implements ActivityInboundCallsInterceptor {
  private readonly context: Context
  constructor(context: Context) {
    this.context = context
  }

  async execute(input: ActivityExecuteInput, next: Next<ActivityInboundCallsInterceptor, 'execute'>): Promise<unknown> {
    const timer = setInterval(() => this.context.heartbeat(), everyMs)
    try {
      return await next(input)
    } finally {
      clearInterval(timer)
    }
  }
}
