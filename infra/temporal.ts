import { InterceptingCall, type Interceptor } from '@grpc/grpc-js'
import { Client, Connection } from '@temporalio/client'
import type { Env } from './env.ts'

export interface Temporal {
  client: Client
  connection: Connection
  close(): Promise<void>
}

/** How long one call may take when its caller has set no deadline with `connection.withDeadline`. */
export const defaultCallMs = 10_000

/** A call without a deadline would wait for ever while the server is away. */
const withDefaultDeadline: Interceptor = (options, nextCall) =>
  new InterceptingCall(nextCall({ ...options, deadline: options.deadline ?? Date.now() + defaultCallMs }))

/**
 * Connects a client. Resolves even while Temporal is away: calls then fail at their deadline, and the channel
 * reconnects by itself within a second of Temporal's return.
 */
export function connectTemporal(env: Pick<Env, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'>): Temporal {
  const connection = Connection.lazy({
    address: env.TEMPORAL_ADDRESS,
    interceptors: [withDefaultDeadline],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 },
  })
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE })
  return { client, connection, close: () => connection.close() }
}

/** Whether the namespace answers now, within 2 s. */
export async function isTemporalReady({
  client,
  connection,
}: Pick<Temporal, 'client' | 'connection'>): Promise<boolean> {
  try {
    const { namespace } = client.options
    await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.describeNamespace({ namespace }))
    return true
  } catch {
    return false
  }
}
