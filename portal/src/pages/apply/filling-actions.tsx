import { Button } from '../../components/button.tsx'
import type { Draft } from '../../draft/draft.ts'
import type { DraftState } from '../../draft/use-draft.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { DraftSaved } from './draft-notes.tsx'

type Props = {
  drafting: DraftState & { draft: Draft }
  /** The page that sends. */
  last: boolean
  sending: boolean
  checking: boolean
  /** An earlier sending was never answered. */
  again: boolean
  onBack: (() => void) | undefined
}

/** Back and on, at the foot of the screen. */
export function FillingActions({ drafting, last, sending, checking, again, onBack }: Props) {
  const { t } = useTexts()
  const send = sending ? t('apply.submitting') : t(again ? 'apply.submitAgain' : 'apply.submit')
  return (
    <div className="apply-actions">
      {onBack && (
        <Button look="secondary" icon="back" onClick={onBack}>
          {t('common.back')}
        </Button>
      )}
      <Button type="submit" wide busy={sending || checking}>
        {last ? send : t('common.next')}
      </Button>
      <DraftSaved drafting={drafting} />
    </div>
  )
}
