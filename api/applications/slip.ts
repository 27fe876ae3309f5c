import type { Request } from 'express'
import { dateTime } from '../../documents/format-value.ts'
import { renderSlip, type SlipInput } from '../../documents/slip.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { officeOf, regencyFacts, servicePoints } from '../../models/catalogue/catalogue.ts'
import { asOf } from '../case/present-row.ts'
import { readerOf } from '../case/reader.ts'
import { presentWaitingOn } from '../case/waiting-on.ts'

/** The slip in large print: number, code, what comes next, where to ask. Neither name nor NIK stands on it. */
export async function slipOf(
  request: Pick<Request, 'language' | 'person'>,
  application: ApplicationRecord,
  { paper, publicUrl }: { paper: SlipInput['paper']; publicUrl: string },
): Promise<Uint8Array> {
  const { language } = request
  const words = await readerOf(request).words(application)
  const regency = await regencyFacts()
  const office = await officeOf(words.definition.agency)
  const { who, step, until } = presentWaitingOn(application, words)
  const waiting = step ? `${who[language]}: ${step[language]}` : who[language]
  const deadline = until ? [dateTime(until, language, regency.timeZone)] : []
  return renderSlip({
    paper,
    language,
    office: { name: office.name },
    number: application.number,
    trackingCode: application.trackingCode,
    service: words.definition.name[language],
    next: [waiting, ...deadline],
    ask: await whereToAsk(application, language),
    trackUrl: `${publicUrl}/lacak#n=${encodeURIComponent(application.number)}`,
    printedAt: new Date(asOf(application)).toISOString(),
    timeZone: regency.timeZone,
  })
}

/** The point it was filed at, else the regency's own desk. */
async function whereToAsk({ servicePoint }: ApplicationRecord, language: 'id' | 'en'): Promise<string[]> {
  const point = servicePoint && (await servicePoints()).find(({ code }) => code === servicePoint)
  if (point) return [point.name, point.address, point.hours[language]]
  const { contact, name } = await regencyFacts()
  return [name, contact.address, contact.hours[language], contact.phone]
}
