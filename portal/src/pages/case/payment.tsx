import type { CaseBill } from '../../../../contracts/bills.ts'
import { useTimes } from '../../app/regency.tsx'
import { receiptAddress } from '../../client/bills.ts'
import { ButtonAnchor } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { rupiah } from '../../format/money.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { PayNow } from './pay-now.tsx'
import { Refunds } from './refunds.tsx'
import { useBillWatch } from './use-bill-watch.ts'
import './payment.css'

/** A bill on the page of its case: to be paid, paid with its receipt, or over; and what goes back. */
export function Payment({ bill, onChanged }: { bill: CaseBill; onChanged: () => void }) {
  useBillWatch(bill, onChanged)
  return (
    <>
      {bill.status === 'open' && <PayNow bill={bill} />}
      {bill.status === 'paid' && <Paid bill={bill} />}
      {bill.status === 'cancelled' && <Cancelled bill={bill} />}
      <Refunds bill={bill} />
    </>
  )
}

function Paid({ bill }: { bill: CaseBill }) {
  const { t, language } = useTexts()
  const times = useTimes()
  return (
    <Notice
      tone="good"
      live
      title={t('payment.paidTitle')}
      actions={
        <ButtonAnchor href={receiptAddress(bill.id)} icon="download">
          {t('payment.receipt')}
        </ButtonAnchor>
      }
    >
      <p>
        {t('payment.paidOn', {
          amount: rupiah(bill.amount, language),
          at: bill.paidAt ? times.full(bill.paidAt) : '',
        })}
      </p>
      {bill.receipt && <p className="soft">{t('payment.receiptNumber', { receipt: bill.receipt })}</p>}
    </Notice>
  )
}

function Cancelled({ bill }: { bill: CaseBill }) {
  const { t, language } = useTexts()
  return (
    <Notice title={t('payment.cancelledTitle')}>
      <p>{t('payment.cancelledText', { amount: rupiah(bill.amount, language) })}</p>
    </Notice>
  )
}
