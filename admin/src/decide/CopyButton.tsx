import CheckIcon from '@mui/icons-material/Check'
import ContentCopyIcon from '@mui/icons-material/ContentCopy'
import { IconButton } from '@mui/material'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'

/** Puts one value on the clipboard, and says when the browser does not let it. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const words = useWords('decide')
  const notify = useNotify()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      notify('lontar.decide.copy_refused', { type: 'warning' })
    }
  }
  return (
    <IconButton
      onClick={copy}
      onBlur={() => setCopied(false)}
      aria-label={words(copied ? 'copied' : 'copy', { label })}
      sx={{ minWidth: 44, minHeight: 44 }}
    >
      {copied ? <CheckIcon color="success" /> : <ContentCopyIcon fontSize="small" />}
    </IconButton>
  )
}
