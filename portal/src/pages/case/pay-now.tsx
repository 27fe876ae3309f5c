import type { CaseBill } from '../../../../contracts/bills.ts'
import { useTimes } from '../../app/regency.tsx'
import { rupiah } from '../../format/money.ts'
import { timeLeft } from '../../format/time-left.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { PayByQr, PayByTransfer } from './pay-ways.tsx'

/** How much, until when, and where to pay. */
export function PayNow({ bill }: { bill: CaseBill }) {
  const { t, local, language } = useTexts()
  const times = useTimes()
  const amount = rupiah(bill.amount, language)
  return (
    <section className="card stack" aria-labelledby={`pay-${bill.id}`}>
      <div>
        <h2 id={`pay-${bill.id}`}>{t('payment.title')}</h2>
        <p className="soft">{local(bill.step)}</p>
      </div>
      <dl className="pay-total">
        <dt>{t('payment.total')}</dt>
        <dd className="number">{amount}</dd>
      </dl>
      {bill.fees.length > 1 && (
        <ul className="dashed">
          {bill.fees.map((fee) => (
            <li key={fee.name.id}>
              {local(fee.name)} {rupiah(fee.amount, language)}
            </li>
          ))}
        </ul>
      )}
      <p>
        {t('payment.until', { until: times.dayTime(bill.until) })} ({timeLeft(bill.until, t)})
      </p>
      {bill.ways.length === 0 && <p role="status">{t('payment.preparing')}</p>}
      <div className="pay-ways">
        {bill.ways.map((way) =>
          way.method === 'va' ? (
            <PayByTransfer key={way.number} way={way} amount={amount} />
          ) : (
            <PayByQr key={way.method} way={way} amount={amount} />
          ),
        )}
      </div>
      {bill.ways.length > 0 && <p>{t('payment.waiting')}</p>}
      <p className="soft">{t('payment.late')}</p>
    </section>
  )
}
