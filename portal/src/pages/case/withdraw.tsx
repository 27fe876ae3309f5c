import { useState } from 'react'
import { withdrawApplication } from '../../client/applications.ts'
import { newKey } from '../../client/key.ts'
import { asFailure, type CallFailure } from '../../client/problem.ts'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Failure } from '../../components/failure.tsx'
import { FieldFrame } from '../../components/field.tsx'
import { useTexts } from '../../i18n/texts.tsx'

const shortestReason = 3

/** Takes the application back, after a reason and a second thought. One key for one intention, until it is refused. */
export function Withdraw({ id, onWithdrawn }: { id: string; onWithdrawn: () => void }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [key, setKey] = useState(newKey)
  const missing = reason.trim().length < shortestReason

  const withdraw = async () => {
    setTried(true)
    setFailure(null)
    if (missing) return
    setBusy(true)
    try {
      await withdrawApplication(id, reason.trim(), key)
      setOpen(false)
      onWithdrawn()
    } catch (error) {
      const failed = asFailure(error)
      if (!failed.outcomeUnknown) setKey(newKey())
      setFailure(failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('caseFile.withdraw')}
      </Button>
      <Confirm
        open={open}
        title={t('caseFile.withdrawTitle')}
        text={t('caseFile.withdrawText')}
        yes={t('caseFile.withdrawYes')}
        busy={busy}
        onYes={withdraw}
        onNo={() => setOpen(false)}
      >
        {failure && <Failure failure={failure} />}
        <FieldFrame
          id="withdraw-reason"
          label={t('caseFile.withdrawReason')}
          error={tried && missing ? t('caseFile.withdrawReasonMissing') : undefined}
        >
          <textarea
            id="withdraw-reason"
            className="input"
            rows={3}
            maxLength={500}
            value={reason}
            aria-required
            aria-invalid={(tried && missing) || undefined}
            aria-describedby={tried && missing ? 'withdraw-reason-error' : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        </FieldFrame>
      </Confirm>
    </>
  )
}
