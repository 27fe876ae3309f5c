import type { Request, Response } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import { ExplainOvertaking, type OvertakingRow } from '../../contracts/oversight-history.ts'
import { giveReason, mostReasons } from '../../models/oversight/overtaking-reason.ts'
import { findOvertaking } from '../../models/oversight/overtakings.ts'
import { conflict, notFound } from '../errors/problems.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { keyReused } from '../middleware/idempotency.ts'
import { parse } from '../middleware/parse.ts'
import { presentOvertakings } from './overtakings.ts'

export const explainPath = z.object({ application: Id, task: Id })

/**
 * Why a decision went before older equals, said by whoever took it or answers for its office; it stays, and more can only be
 * added. Throws 401, 403, 404, 409 or 422.
 */
export async function explainOvertaking(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'explain', 'oversight')
  const named = parse(explainPath, request.params)
  const { reason: text } = parse(ExplainOvertaking, request.body)
  const found = await findOvertaking(may, named)
  if (!found) throw notFound()
  const by = signedIn(request).account
  const outcome = await giveReason({ ...named, text, by, key: request.idempotencyKey })
  if (outcome === 'reused') throw keyReused()
  if (outcome === 'full') throw reasonsFull()
  const [row] = await presentOvertakings([found], request.person)
  response.status(201).json(row satisfies OvertakingRow | undefined)
}

const reasonsFull = () =>
  conflict('reasons-full', {
    id: `Sudah ada ${mostReasons} alasan untuk keputusan ini. Alasan yang tercatat tetap dan tidak dapat ditambah lagi.`,
    en: `There are ${mostReasons} reasons for this decision already. They stay as they are, and no more can be added.`,
  })
