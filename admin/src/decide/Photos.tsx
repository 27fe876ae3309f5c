import AddAPhotoIcon from '@mui/icons-material/AddAPhotoOutlined'
import { Box, Button, Chip, FormHelperText } from '@mui/material'
import { type ChangeEvent, useId, useState } from 'react'
import { useWords } from '../i18n/hooks.ts'
import { useUpload } from './use-upload.ts'

type Props = {
  wanted: { min: number; max: number }
  photos: string[]
  onChange: (photos: string[]) => void
  told: string | undefined
  disabled: boolean
}

/** Pictures from the spot: taken with the device's camera or chosen, each kept as soon as it is there. */
export function Photos({ wanted, photos, onChange, told, disabled }: Props) {
  const words = useWords('decide')
  const input = useId()
  const { upload, busy, error } = useUpload()
  const [names, setNames] = useState<Record<string, string>>({})
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    const id = await upload(file)
    if (!id) return
    setNames((known) => ({ ...known, [id]: file.name }))
    onChange([...photos, id])
  }
  const isFull = photos.length >= wanted.max
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box
        component="input"
        id={input}
        type="file"
        accept="image/jpeg,image/png"
        capture="environment"
        aria-label={words('photo_add')}
        onChange={chosen}
        disabled={disabled || busy || isFull}
        sx={{ position: 'absolute', width: '1px', height: '1px', opacity: 0 }}
      />
      <Button
        component="label"
        htmlFor={input}
        variant="outlined"
        startIcon={<AddAPhotoIcon />}
        disabled={disabled || busy || isFull}
        aria-hidden
        tabIndex={-1}
      >
        {words('photo_add')}
      </Button>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {photos.map((id, at) => (
          <Chip
            key={id}
            label={names[id] ?? words('photo_nth', { at: at + 1 })}
            disabled={disabled}
            onDelete={() => onChange(photos.filter((each) => each !== id))}
          />
        ))}
      </Box>
      <FormHelperText error={Boolean(told ?? error)} aria-live="polite">
        {told ?? error ?? words(busy ? 'uploading' : 'photo_count', { count: photos.length, ...wanted })}
      </FormHelperText>
    </Box>
  )
}
