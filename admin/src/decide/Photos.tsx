import AddAPhotoIcon from '@mui/icons-material/AddAPhotoOutlined'
import { Box, Button, Chip, FormHelperText } from '@mui/material'
import { type ChangeEvent, useId } from 'react'
import { useWords } from '../i18n/hooks.ts'
import type { Photo } from './report-drawer.ts'
import { usePhotos } from './use-photos.ts'

type Props = {
  report: string | null
  wanted: { min: number; max: number }
  photos: Photo[]
  onChange: (edit: (photos: Photo[]) => Photo[]) => void
  told: string | undefined
  disabled: boolean
}

/** Pictures from the spot: taken with the device's camera or chosen, each kept as soon as it is there. */
export function Photos({ report, wanted, photos, onChange, told, disabled }: Props) {
  const words = useWords('decide')
  const input = useId()
  const { add, forget, busy, waiting, error } = usePhotos({ report, photos, change: onChange })
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file) await add(file)
    event.target.value = ''
  }
  const isFull = photos.length >= wanted.max
  const state = busy ? words('uploading') : waiting > 0 ? words('photo_waiting', { smart_count: waiting }) : null
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
        disabled={disabled || isFull}
        sx={{ position: 'absolute', width: '1px', height: '1px', opacity: 0 }}
      />
      <Button
        component="label"
        htmlFor={input}
        variant="outlined"
        startIcon={<AddAPhotoIcon />}
        disabled={disabled || isFull}
        aria-hidden
        tabIndex={-1}
      >
        {words('photo_add')}
      </Button>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {photos.map(({ key, name, id }, at) => (
          <Chip
            key={key}
            label={name || words('photo_nth', { at: at + 1 })}
            variant={id === null ? 'outlined' : 'filled'}
            disabled={disabled}
            onDelete={() => void forget(key)}
          />
        ))}
      </Box>
      <FormHelperText error={Boolean(told ?? error)} aria-live="polite">
        {told ?? error ?? state ?? words('photo_count', { count: photos.length, ...wanted })}
      </FormHelperText>
    </Box>
  )
}
