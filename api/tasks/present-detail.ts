import type { Request } from 'express'
import { askedForm } from '../../catalogue/compile/asked-form.ts'
import { compileForm } from '../../catalogue/compile/form.ts'
import type { TaskDetail } from '../../contracts/tasks.ts'
import { asksForSignature } from '../../domain/case/acts.ts'
import type { Env } from '../../infra/env.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { presentTaskRows } from '../case/present-task.ts'
import { readerOf } from '../case/reader.ts'
import { showDetail } from '../case/show-detail.ts'
import type { Language } from '../request.ts'
import type { Found } from './find.ts'
import { type HumanStep, stepOfTask } from './step.ts'

/** The task with its case: what the officer reads, and what a decision has to bring. */
export async function showTask(
  request: Pick<Request, 'person' | 'language'>,
  { task, application }: Found,
  env: Pick<Env, 'PUBLIC_URL' | 'DEMO' | 'OSS_SITE'>,
): Promise<TaskDetail> {
  const reader = readerOf(request)
  const { definition } = await reader.words(application)
  const step = stepOfTask(definition, task)
  const [row] = await presentTaskRows([task], reader)
  if (!row) throw new RangeError(`task ${task.task} was not presented`)
  return {
    ...row,
    decisions: task.decisions,
    brings: step.kind === 'review' ? (step.brings ?? null) : null,
    asks: asksOf(step, task, reader.language),
    photos: step.kind === 'inspect' ? step.photos : null,
    signs: task.decisions.filter((decision) => asksForSignature(step, decision)),
    preview:
      (step.kind === 'sign' || step.kind === 'inspect') && task.status === 'open'
        ? `/api/tasks/${encodeURIComponent(task.task)}/preview`
        : null,
    filing: filingOf(step, env),
    caseFile: await showDetail(request, application, env),
  }
}

/** The systems in which officers file by hand have a page each. */
function filingOf(step: ReturnType<typeof stepOfTask>, { OSS_SITE }: Pick<Env, 'OSS_SITE'>): TaskDetail['filing'] {
  if (step.kind !== 'review' || !step.filesIn) return null
  const sites: Record<string, string> = { oss: OSS_SITE }
  const url = sites[step.filesIn]
  return url ? { system: step.filesIn, url } : null
}

function asksOf(step: HumanStep, { seat }: TaskRecord, language: Language): TaskDetail['asks'] {
  const form = askedForm(step, seat)
  if (!form) return null
  const { schema, uiSchema } = compileForm(form, language)
  return { schema: { ...schema }, uiSchema: { ...uiSchema } }
}
