import { useEffect, useId } from 'react'
import { useSlots, useUploads } from '../draft/uploads-context.ts'
import { fileKinds } from '../format/file-kinds.ts'
import { fileSize } from '../format/size.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from './button.tsx'
import { FileState } from './file-state.tsx'
import { Icon } from './icon.tsx'
import './file-slot.css'

type Props = {
  id: string
  slot: string
  /** What the file is, for screen readers. */
  name: string
  types: string[]
  maxBytes: number
  /** Id of the stored file that is answered now, and what to do when it changes. */
  stored?: string
  onStored?: (file: string | undefined) => void
}

/** Place for one file: photograph or choose it, watch it go, replace or remove it. */
export function FileSlot({ id, slot, name, types, maxBytes, stored, onStored }: Props) {
  const { t, language } = useTexts()
  const uploads = useUploads()
  const state = useSlots(uploads)[slot]
  const inputs = useId()
  const takesPhotos = types.some((type) => type.startsWith('image/'))
  const storedNow = state?.phase === 'done' ? state.file.stored?.id : undefined

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newly stored file is an answer
  useEffect(() => {
    if (storedNow && storedNow !== stored) onStored?.(storedNow)
  }, [storedNow])

  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file) uploads.add(slot, file, { types, maxBytes })
  }
  const picker = (kind: 'camera' | 'file') => (
    <>
      <input
        id={`${inputs}${kind}`}
        className="visually-hidden"
        type="file"
        accept={kind === 'camera' ? 'image/*' : types.join(',')}
        capture={kind === 'camera' ? 'environment' : undefined}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <label htmlFor={`${inputs}${kind}`} className="button secondary">
        <Icon name={kind === 'camera' ? 'camera' : 'upload'} />
        <span>
          {t(kind === 'camera' ? 'apply.camera' : 'apply.chooseFile')}
          <span className="visually-hidden">: {name}</span>
        </span>
      </label>
    </>
  )
  return (
    <div className="file-slot" id={id}>
      {state && (
        <FileState
          state={state}
          name={name}
          kinds={fileKinds(types, language)}
          maxSize={fileSize(maxBytes, language)}
          onRemove={() => {
            uploads.remove(slot)
            onStored?.(undefined)
          }}
        />
      )}
      <div className="row">
        {takesPhotos && picker('camera')}
        {picker('file')}
        {state?.phase === 'failed' && (
          <Button look="primary" icon="refresh" onClick={() => uploads.retry(slot)}>
            {t('apply.uploadAgain')}
          </Button>
        )}
      </div>
    </div>
  )
}
