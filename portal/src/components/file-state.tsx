import { useEffect, useState } from 'react'
import type { Slot } from '../draft/uploads.ts'
import { fileSize } from '../format/size.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Icon } from './icon.tsx'

type Props = { state: Slot; name: string; kinds: string; maxSize: string; onRemove: () => void }

/** The file as it stands: a small picture, its size, how far it has come. */
export function FileState({ state, name, kinds, maxSize, onRemove }: Props) {
  const { t, language } = useTexts()
  if (state.phase === 'preparing') return <p role="status">{t('apply.shrinking')}</p>
  if (state.phase === 'refused') {
    const why = {
      'wrong-type': t('apply.fileWrongType', { types: kinds }),
      'too-large': t('apply.fileTooLarge', { size: maxSize }),
      unreadable: t('apply.fileUnreadable'),
    }
    return (
      <p className="field-error" role="alert">
        {why[state.refusal]}
      </p>
    )
  }
  const { file } = state
  return (
    <div className="file-state">
      <Thumbnail blob={file.blob} type={file.type} label={t('apply.preview', { name })} />
      <div>
        <p className="file-state-name">{file.name}</p>
        <p className="soft">{fileSize(file.size, language)}</p>
        <p role="status" className={`file-state-phase ${state.phase}`}>
          <Phase state={state} />
        </p>
        {state.phase === 'sending' && (
          <progress max={1} value={state.share} aria-label={t('apply.uploading', { percent: percent(state.share) })} />
        )}
      </div>
      <button type="button" className="file-remove" aria-label={`${t('apply.removeFile')} ${name}`} onClick={onRemove}>
        <Icon name="trash" />
      </button>
    </div>
  )
}

const percent = (share: number) => Math.round(share * 100)

function Phase({ state }: { state: Extract<Slot, { file: unknown }> }) {
  const { t } = useTexts()
  switch (state.phase) {
    case 'waiting':
      return t('apply.waitingNetwork')
    case 'sending':
      return t('apply.uploading', { percent: percent(state.share) })
    case 'done':
      return (
        <>
          <Icon name="check" size={18} />
          {t('apply.uploaded')}
        </>
      )
    case 'failed':
      return state.failure.kind === 'offline'
        ? t('apply.waitingNetwork')
        : (state.failure.problem?.detail ?? state.failure.problem?.errors?.[0]?.message ?? t('apply.uploadFailed'))
  }
}

function Thumbnail({ blob, type, label }: { blob: Blob; type: string; label: string }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return (
    <a href={address || undefined} target="_blank" rel="noreferrer" className="thumbnail" aria-label={label}>
      {type.startsWith('image/') && address ? <img src={address} alt="" /> : <Icon name="document" size={30} />}
    </a>
  )
}
