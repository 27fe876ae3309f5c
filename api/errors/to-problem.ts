import {
  isGrpcServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common'
import { Refusal } from '../../domain/case/actions.ts'
import { isDatabaseAway } from '../../models/database-errors.ts'
import { ApiProblem, badRequest, internalError, outcomeUnknown, tooLarge, unavailable } from './problems.ts'
import { refusalProblem } from './refusals.ts'

/** The answer to any error that ends a request. What nobody foresaw is a 500, told by its request id alone. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  if (error instanceof Refusal) return refusalProblem(error.code) ?? internalError(error)
  return fromHttp(error) ?? fromTemporal(error) ?? (isDatabaseAway(error) ? unavailable(error) : internalError(error))
}

function fromTemporal(error: unknown): ApiProblem | undefined {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error
    const code = cause instanceof ApplicationFailure ? cause.type : undefined
    return code ? refusalProblem(code) : undefined
  }
  if (error instanceof WorkflowNotFoundError) return refusalProblem('case-closed')
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return outcomeUnknown(error)
  const grpc = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error
  return isGrpcServiceError(grpc) && waitStatuses.has(grpc.code) ? outcomeUnknown(error) : undefined
}

/** gRPC: CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, UNAVAILABLE. */
const waitStatuses = new Set([1, 4, 8, 10, 14])

const kilobytes = (error: Error) => Math.round(Number(Reflect.get(error, 'limit')) / 1024)

/** Errors of the body parser and of Express itself carry `type` or a status. */
function fromHttp(error: unknown): ApiProblem | undefined {
  if (!(error instanceof Error)) return undefined
  const type: unknown = Reflect.get(error, 'type')
  const status: unknown = Reflect.get(error, 'status')
  switch (type) {
    case 'entity.too.large':
      return tooLarge({
        id: `Isi permintaan melebihi batas ${kilobytes(error)} kB.`,
        en: `The request body is over ${kilobytes(error)} kB.`,
      })
    case 'entity.parse.failed':
      return badRequest('invalid-json', { id: 'Isi permintaan bukan JSON yang benar.', en: 'The body is not JSON.' })
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return badRequest('unsupported-encoding', {
        id: 'Pengodean isi permintaan tidak didukung.',
        en: 'The encoding of the body is not supported.',
      })
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return badRequest('bad-request', { id: 'Permintaan tidak dapat dibaca.', en: 'The request cannot be read.' })
  }
  return undefined
}
