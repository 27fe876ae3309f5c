import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import { Alive } from '../activities/alive.ts'
import type { CaseDeps } from '../activities/deps.ts'
import { CodedErrors } from '../activities/errors.ts'
import { createActivities } from '../activities/index.ts'
import type { CallActivities, CaseActivities, SigningActivities } from '../workflows/activities.ts'
import type { EntryActivities } from '../workflows/register/activities.ts'
import { deploymentOf } from './worker-builds.ts'

const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url))

export type CaseWorkerOptions = {
  connection: NativeConnection
  namespace: string
  taskQueue: string
  /** Workflow code bundled beforehand; bundled at start when absent. */
  bundle?: string
  /** Name of the code it runs; see `worker-builds.ts`. */
  build?: string | undefined
}

/** The worker that runs cases. Its cache is larger than the cases in flight, never 0: a cold case replays its history. */
export async function createCaseWorker(
  deps: CaseDeps,
  { connection, namespace, taskQueue, bundle, build }: CaseWorkerOptions,
): Promise<Worker> {
  const code = bundle && existsSync(bundle) ? { workflowBundle: { codePath: bundle } } : { workflowsPath }
  const deployment = deploymentOf(taskQueue, build)
  return Worker.create({
    ...shared(deps, createActivities(deps)),
    ...code,
    ...(deployment ? { workerDeploymentOptions: deployment } : {}),
    connection,
    namespace,
    taskQueue,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 40,
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    activityTaskPollerBehavior: { type: 'autoscaling' },
  })
}

/** The small worker inside an API process: signs what that process was asked to sign, nothing else. */
export async function createSigningWorker(
  deps: CaseDeps,
  activities: SigningActivities,
  { connection, namespace, taskQueue }: Omit<CaseWorkerOptions, 'bundle' | 'build'>,
): Promise<Worker> {
  return Worker.create({
    ...shared(deps, activities),
    connection,
    namespace,
    taskQueue,
    // Signers of one process do not wait for each other: what waits for ten seconds is called unknown.
    maxConcurrentActivityTaskExecutions: 40,
  })
}

function shared(
  { log }: CaseDeps,
  activities: (CaseActivities & CallActivities & EntryActivities) | SigningActivities,
): Pick<WorkerOptions, 'activities' | 'interceptors' | 'shutdownGraceTime'> {
  return {
    activities: activities as WorkerOptions['activities'],
    interceptors: {
      activity: [
        (context) => ({ inbound: new Alive(context) }),
        (context) => ({ inbound: new CodedErrors(log, context.info.activityType) }),
      ],
    },
    shutdownGraceTime: '10s',
  }
}
