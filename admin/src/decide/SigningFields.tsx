import PreviewIcon from '@mui/icons-material/FindInPageOutlined'
import { Button, TextField } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import { useRegency } from '../regency/RegencyContext.tsx'
import { useViewer } from '../viewer/ViewerContext.tsx'

type Props = {
  preview: string | null
  passphrase: string
  onPassphrase: (passphrase: string) => void
  told?: string
  disabled: boolean
}

/** The draft to be read, and the passphrase that lives for this one request. */
export function SigningFields({ preview, passphrase, onPassphrase, told, disabled }: Props) {
  const words = useWords('decide')
  const { open } = useViewer()
  const { demo } = useRegency()
  const show = () =>
    preview && open({ key: preview, label: words('preview_title'), url: preview, type: 'application/pdf' })
  return (
    <>
      {preview && (
        <Button variant="outlined" startIcon={<PreviewIcon />} onClick={show} disabled={disabled}>
          {words('preview')}
        </Button>
      )}
      <TextField
        label={words('passphrase')}
        type="password"
        value={passphrase}
        onChange={(event) => onPassphrase(event.target.value)}
        required
        disabled={disabled}
        error={Boolean(told)}
        helperText={told ?? words(demo ? 'passphrase_demo' : 'passphrase_help')}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off', 'data-1p-ignore': true, spellCheck: false } }}
      />
    </>
  )
}
