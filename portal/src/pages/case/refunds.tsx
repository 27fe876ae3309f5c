import type { CaseBill, Refund } from '../../../../contracts/bills.ts'
import { useTimes } from '../../app/regency.tsx'
import { rupiah } from '../../format/money.ts'
import type { TextKey } from '../../i18n/keys.ts'
import { useTexts } from '../../i18n/texts.tsx'

const reasons: Record<Refund['reason'], TextKey> = {
  late: 'payment.refundLate',
  double: 'payment.refundDouble',
  amount: 'payment.refundAmount',
  withdrawn: 'payment.refundWithdrawn',
}

/** What goes back of what was paid, why, and how far it is. */
export function Refunds({ bill }: { bill: CaseBill }) {
  const { t, language } = useTexts()
  const times = useTimes()
  if (bill.refunds.length === 0) return null
  const standing = ({ status, doneAt }: Refund) => {
    if (status === 'done') return t('payment.refundDone', { at: doneAt ? times.full(doneAt) : '' })
    return t(status === 'by-hand' ? 'payment.refundByHand' : 'payment.refundGoing')
  }
  return (
    <section className="card stack tight" aria-labelledby={`refunds-${bill.id}`}>
      <h2 id={`refunds-${bill.id}`}>{t('payment.refundsTitle')}</h2>
      <ul className="dashed" aria-live="polite">
        {bill.refunds.map((refund) => (
          <li key={refund.id}>
            {t(reasons[refund.reason], { amount: rupiah(refund.amount, language) })}: {standing(refund)}
          </li>
        ))}
      </ul>
    </section>
  )
}
