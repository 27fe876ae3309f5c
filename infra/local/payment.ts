import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { portNear } from '../servers/ports.ts'
import { startCompanion } from './companion.ts'
import type { Surroundings } from './machine.ts'

export interface LocalPayment {
  /** For worker and API. */
  variables: Record<string, string>
  /** Where a demo person pays; undefined where `PAYMENT_URL` names a gateway. */
  page: string | undefined
}

/** Starts the local payment gateway beside the web port, or takes the one that `PAYMENT_URL` names. */
export async function startLocalPayment(
  around: Surroundings,
  web: { host: string; port: number },
): Promise<LocalPayment> {
  if (process.env.PAYMENT_URL) return { variables: {}, page: undefined }
  const port = await portNear(web.port + 27)
  const serverKey = `local-${randomBytes(24).toString('base64url')}`
  const variables = {
    GATEWAY_PORT: String(port),
    GATEWAY_KEY: serverKey,
    GATEWAY_NOTIFY: `http://${web.host === '0.0.0.0' ? '127.0.0.1' : web.host}:${web.port}/api/payments/notifications`,
    GATEWAY_FILE: join(around.home.data, 'payments.json'),
  }
  await startCompanion(around, 'payment-gateway', variables)
  const page = `http://127.0.0.1:${port}`
  return { variables: { PAYMENT_URL: page, PAYMENT_SERVER_KEY: serverKey }, page }
}
