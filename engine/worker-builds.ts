import type { Client } from '@temporalio/client'
import type { WorkerDeploymentOptions } from '@temporalio/worker'

/**
 * Which build of the code takes up cases (Temporal's Worker Versioning). A deployment is all workers of one task queue and
 * bears its name; every case moves on to the current build with its next task, for a licence sleeps longer than any build.
 */
export type WorkerBuild = {
  build: string
  /** `ramping` gets `percent` of the cases; `draining` still holds some that are under way in it; `drained` may be stopped. */
  standing: 'current' | 'ramping' | 'draining' | 'drained' | 'new'
  percent: number | null
}

const standings: Record<number, WorkerBuild['standing']> = {
  2: 'current',
  3: 'ramping',
  4: 'draining',
  5: 'drained',
}

/** gRPC's code for what is not there. */
const notFound = 5
const isNotFound = (error: unknown) => error instanceof Error && 'code' in error && error.code === notFound

/** How a worker says which build it is; none: it takes every case that no build is named for. */
export function deploymentOf(taskQueue: string, build: string | undefined): WorkerDeploymentOptions | undefined {
  if (build === undefined) return undefined
  return {
    version: { deploymentName: taskQueue, buildId: build },
    useWorkerVersioning: true,
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  }
}

/** Every build whose workers have ever polled, the newest first; none where no worker has named its build yet. */
export async function workerBuilds(client: Client, taskQueue: string): Promise<WorkerBuild[]> {
  const { workflowService, options } = client
  const found = await workflowService
    .describeWorkerDeployment({ namespace: options.namespace, deploymentName: taskQueue })
    .catch((error: unknown) => {
      if (isNotFound(error)) return null
      throw error
    })
  const info = found?.workerDeploymentInfo
  const percent = info?.routingConfig?.rampingVersionPercentage ?? null
  return (info?.versionSummaries ?? [])
    .map((one) => {
      const standing = standings[one.status ?? 0] ?? 'new'
      const build = one.deploymentVersion?.buildId ?? ''
      return { build, standing, percent: standing === 'ramping' ? percent : null, since: seconds(one.createTime) }
    })
    .sort((one, other) => other.since - one.since)
    .map(({ build, standing, percent: share }) => ({ build, standing, percent: share }))
}

/**
 * Every case goes on in this build from its next task on; null: in workers that name none, as it is where none ever has.
 * Temporal refuses a build that no worker polls for.
 */
export async function makeCurrent(client: Client, taskQueue: string, build: string | null): Promise<void> {
  try {
    await client.workflowService.setWorkerDeploymentCurrentVersion({
      namespace: client.options.namespace,
      deploymentName: taskQueue,
      buildId: build ?? '',
      identity: 'lontar',
    })
  } catch (error) {
    if (build !== null || !isNotFound(error)) throw error
  }
}

/** `percent` (0–100) of the cases go on in this build, the others in the current one. */
export async function ramp(client: Client, taskQueue: string, build: string, percent: number): Promise<void> {
  await client.workflowService.setWorkerDeploymentRampingVersion({
    namespace: client.options.namespace,
    deploymentName: taskQueue,
    buildId: build,
    percentage: percent,
    identity: 'lontar',
  })
}

const seconds = (time: { seconds?: { toString(): string } | null } | null | undefined) =>
  Number(time?.seconds?.toString() ?? 0)
