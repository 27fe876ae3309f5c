import type { Request } from 'express'
import { renderPaymentReceipt } from '../../documents/payment-receipt.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { officeOf, regencyFacts, villageOfficeOf } from '../../models/catalogue/catalogue.ts'
import type { BillRecord } from '../../models/payment/bill.ts'
import { feesOf, refundsOf } from '../case/present-bill.ts'
import { readerOf } from '../case/reader.ts'
import { conflict } from '../errors/problems.ts'
import { wordsOf } from './list.ts'

/** The receipt as a PDF. Throws 409 while the bill is not paid. */
export async function receiptOf(request: Pick<Request, 'language' | 'person'>, bill: BillRecord): Promise<Uint8Array> {
  const { language } = request
  const { receipt, paidAt, status } = bill
  if (receipt === null || paidAt === null || status !== 'paid') throw notPaid()
  const words = await wordsOf(readerOf(request), bill)
  const [regency, application] = await Promise.all([
    regencyFacts(),
    Application.findOne({ _id: bill.application }).orFail().lean<ApplicationRecord>(),
  ])
  const { agency } = words.definition
  const office =
    application.village && agency === 'pemdes' ? await villageOfficeOf(application.village) : await officeOf(agency)
  const payment = Object.values(bill.state.payments).find(({ kept }) => kept)
  return renderPaymentReceipt({
    language,
    letterhead: office.letterhead,
    receipt,
    number: bill.number,
    service: words.definition.name[language],
    payer: application.applicant.name,
    fees: feesOf(bill, words).map(({ name, amount }) => ({ name: name[language], amount })),
    amount: bill.amount,
    paidAt: paidAt.toISOString(),
    payment: payment?.id ?? '',
    refunded: refundsOf(bill)
      .flatMap(({ payment: of, amount }) => (of === payment?.id ? amount : []))
      .reduce((sum, each) => sum + each, 0),
    timeZone: regency.timeZone,
  })
}

const notPaid = () =>
  conflict('bill-not-paid', {
    id: 'Tagihan ini belum dibayar; kuitansinya belum ada.',
    en: 'This bill has not been paid; there is no receipt yet.',
  })
