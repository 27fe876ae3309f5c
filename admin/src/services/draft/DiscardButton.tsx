import { Button } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Confirm, useNotify, useRedirect } from 'react-admin'
import { useWords } from '../../i18n/hooks.ts'
import { useRefusal } from '../../layout/use-refusal.ts'
import { draftCalls } from '../../providers/draft-calls.ts'

/** Ends the draft that was read; one that somebody saved since stays. */
export function DiscardButton({ code, revision }: { code: string; revision: number }) {
  const words = useWords('draft')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const queryClient = useQueryClient()
  const notify = useNotify()
  const redirect = useRedirect()
  const refusal = useRefusal()
  const discard = async () => {
    setBusy(true)
    try {
      await draftCalls.discardDraft(code, revision)
      queryClient.removeQueries({ queryKey: ['draft', code] })
      notify('lontar.draft.discarded', { type: 'info' })
      redirect(`/services/${code}`)
    } catch (error) {
      refusal(error)
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {words('discard')}
      </Button>
      <Confirm
        isOpen={asking}
        loading={busy}
        title={words('discard_title')}
        content={words('discard_text')}
        confirm={words('discard')}
        confirmColor="warning"
        onConfirm={() => void discard()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
