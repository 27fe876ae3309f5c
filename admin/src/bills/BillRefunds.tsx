import { Box, Typography } from '@mui/material'
import type { BillDetail } from '../../../contracts/bills.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { Repaid } from './Repaid.tsx'

/** What goes back and how far it is; what the gateway will not do is said to be done here. */
export function BillRefunds({ bill }: { bill: BillDetail }) {
  const words = useWords('bills')
  const { rupiah, dateTime } = useFormats()
  return (
    <Section title={words('refunds')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {bill.refunds.map((refund) => (
          <li key={refund.id}>
            <Typography sx={{ fontWeight: 600 }}>
              {rupiah(refund.amount)} · {words(`refund_status.${refund.status}`)}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {words(`reason.${refund.reason}`)} · {dateTime(refund.doneAt ?? refund.at)}
            </Typography>
            {refund.status === 'by-hand' && bill.mayRepay && <Repaid bill={bill.id} refund={refund} />}
          </li>
        ))}
      </Box>
    </Section>
  )
}
