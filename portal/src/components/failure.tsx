import type { CallFailure, FailureKind } from '../client/problem.ts'
import type { TextKey } from '../i18n/keys.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from './button.tsx'
import type { IconName } from './icon.tsx'
import { Notice } from './notice.tsx'

const words: Record<FailureKind, { title: TextKey; text: TextKey; icon: IconName }> = {
  offline: { title: 'failure.offlineTitle', text: 'failure.offline', icon: 'offline' },
  busy: { title: 'failure.busyTitle', text: 'failure.busy', icon: 'clock' },
  limited: { title: 'failure.limitedTitle', text: 'failure.limited', icon: 'clock' },
  missing: { title: 'failure.missingTitle', text: 'failure.missing', icon: 'search' },
  forbidden: { title: 'failure.forbiddenTitle', text: 'failure.forbidden', icon: 'shield' },
  'signed-out': { title: 'failure.signedOutTitle', text: 'failure.signedOut', icon: 'user' },
  conflict: { title: 'failure.conflictTitle', text: 'failure.conflict', icon: 'refresh' },
  refused: { title: 'failure.refusedTitle', text: 'failure.refused', icon: 'warning' },
}

type Props = { failure: CallFailure; retry?: () => void; busy?: boolean }

/** What went wrong, in words, and the way on. The API's own sentence is shown where it refused something. */
export function Failure({ failure, retry, busy }: Props) {
  const { t } = useTexts()
  const { kind, retryAfter, problem } = failure
  const { title, text, icon } = words[kind]
  const ownWords = kind === 'refused' || kind === 'conflict' ? (problem?.detail ?? problem?.title) : undefined
  const said = kind === 'limited' && retryAfter ? t('failure.limitedFor', retryAfter) : (ownWords ?? t(text))
  return (
    <Notice
      tone={kind === 'offline' || kind === 'busy' || kind === 'limited' ? 'warn' : 'bad'}
      icon={icon}
      title={t(title)}
      live
      actions={
        retry && (
          <Button look="secondary" icon="refresh" onClick={retry} busy={busy}>
            {t('common.retry')}
          </Button>
        )
      }
    >
      {said}
    </Notice>
  )
}
