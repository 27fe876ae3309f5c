import UploadFileIcon from '@mui/icons-material/UploadFile'
import { Box, Button, FormHelperText, TextField, Typography } from '@mui/material'
import { type ChangeEvent, useId } from 'react'
import { useWords } from '../i18n/hooks.ts'
import { useUpload } from './use-upload.ts'

type Props = {
  number: string
  onNumber: (number: string) => void
  onFile: (id: string | null) => void
  told: (field: string) => string | undefined
  disabled: boolean
}

/** Number and document as the owning system issued them; Lontar makes neither. */
export function ExternalDocument({ number, onNumber, onFile, told, disabled }: Props) {
  const words = useWords('decide')
  const input = useId()
  const { upload, busy, name, error } = useUpload()
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file) onFile(await upload(file))
  }
  const wrongNumber = told('number') ?? told('data.number')
  const wrongFile = error ?? told('file') ?? told('data.file')
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2" color="textSecondary">
        {words('external_intro')}
      </Typography>
      <TextField
        label={words('external_number')}
        value={number}
        onChange={(event) => onNumber(event.target.value)}
        required
        disabled={disabled}
        error={Boolean(wrongNumber)}
        helperText={wrongNumber}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <div>
        <Box
          component="input"
          id={input}
          type="file"
          accept="application/pdf"
          aria-label={words('external_file')}
          onChange={chosen}
          disabled={disabled || busy}
          sx={{ position: 'absolute', width: '1px', height: '1px', opacity: 0 }}
        />
        <Button
          component="label"
          htmlFor={input}
          variant="outlined"
          startIcon={<UploadFileIcon />}
          disabled={disabled || busy}
          aria-hidden
          tabIndex={-1}
          sx={{ 'input:focus-visible + &': { outline: '3px solid', outlineOffset: 2 } }}
        >
          {words(name ? 'change_file' : 'choose_file')}
        </Button>
        <FormHelperText error={Boolean(wrongFile)} aria-live="polite">
          {wrongFile ?? (busy ? words('uploading') : name ? words('uploaded', { name }) : words('external_file'))}
        </FormHelperText>
      </div>
    </Box>
  )
}
