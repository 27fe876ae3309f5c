import { Box, Button, Link } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { BillDetail } from '../../../contracts/bills.ts'
import { Facts } from '../case/Facts.tsx'
import { Section } from '../case/Section.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { BillChips } from './BillChips.tsx'
import { BillRefunds } from './BillRefunds.tsx'

/** One bill: what was asked, what came in, and where every rupiah of it is. */
export default function BillPage() {
  const { data, isPending, error, refetch } = useWhole<BillDetail>('bills')
  if (data) return <Bill bill={data} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Bill({ bill }: { bill: BillDetail }) {
  const words = useWords('bills')
  const local = useLocalText()
  const { rupiah } = useFormats()
  return (
    <Box sx={{ maxWidth: 900 }}>
      <PageHead
        title={`${rupiah(bill.amount)} · ${bill.number}`}
        intro={`${local(bill.serviceName)}: ${local(bill.step)}`}
        before={<BackLink to="/bills">{words('title')}</BackLink>}
        actions={
          bill.receipt && (
            <Button variant="outlined" href={`/api/bills/${encodeURIComponent(bill.id)}/receipt`}>
              {words('receipt')}
            </Button>
          )
        }
      />
      <Section title={words('standing')} aside={<BillChips bill={bill} />}>
        <Facts facts={useStandingFacts(bill)} />
      </Section>
      {bill.refunds.length > 0 && <BillRefunds bill={bill} />}
      <Section title={words('payments')}>
        <Payments bill={bill} />
      </Section>
      <Link component={LinkBase} to={`/applications/${encodeURIComponent(bill.application)}`}>
        {words('to_case')}
      </Link>
    </Box>
  )
}

function useStandingFacts(bill: BillDetail) {
  const words = useWords('bills')
  const local = useLocalText()
  const { rupiah, dateTime } = useFormats()
  const fact = (key: string, value: string) => ({ key, label: words(`fact.${key}`), value })
  return [
    ...bill.fees.map(({ name, amount }) => ({ key: name.id, label: local(name), value: rupiah(amount) })),
    fact('received', rupiah(bill.received)),
    fact('kept', rupiah(bill.kept)),
    ...(bill.held > 0 ? [fact('held', rupiah(bill.held))] : []),
    fact('refunding', rupiah(bill.refunding)),
    fact('refunded', rupiah(bill.refunded)),
    fact('opened', dateTime(bill.openedAt)),
    fact('until', dateTime(bill.until)),
    ...(bill.paidAt ? [fact('paid', dateTime(bill.paidAt))] : []),
    ...(bill.receipt ? [fact('receipt', bill.receipt)] : []),
    ...(bill.chargeRefused ? [fact('charge_refused', bill.chargeRefused)] : []),
  ]
}

function Payments({ bill }: { bill: BillDetail }) {
  const words = useWords('bills')
  const { rupiah, dateTime } = useFormats()
  if (bill.payments.length === 0) return <p>{words('no_payments')}</p>
  return (
    <Facts
      facts={bill.payments.map(({ id, order, amount, kept, paidAt }) => ({
        key: id,
        label: `${rupiah(amount)}, ${dateTime(paidAt)}`,
        value: `${words(kept ? 'payment_kept' : 'payment_returned')}\n${order}\n${id}`,
      }))}
    />
  )
}
