import SearchIcon from '@mui/icons-material/Search'
import { Box, Button, InputAdornment, TextField } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useWords } from '../i18n/hooks.ts'

type Props = { onSearch: (text: string | null) => void; sought: string | null }

/** Searching is an act of its own: it is sent when asked for, and logged. Names and NIKs stand in no URL. */
export function SearchField({ onSearch, sought }: Props) {
  const words = useWords('applications')
  const [text, setText] = useState('')
  const [short, setShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    setShort(wanted.length > 0 && wanted.length < 3)
    if (wanted.length >= 3) onSearch(wanted)
    if (wanted.length === 0) onSearch(null)
  }
  const clear = () => {
    setText('')
    onSearch(null)
  }
  return (
    <Box
      component="form"
      role="search"
      onSubmit={submit}
      sx={{ display: 'flex', gap: 1, mb: 1.5, flex: '1 1 340px', maxWidth: 640 }}
    >
      <TextField
        label={words('search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={short}
        helperText={short ? words('search_short') : sought !== null ? words('search_note') : undefined}
        slotProps={{
          htmlInput: { autoComplete: 'off', maxLength: 120 },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <Box>
        <Button type="submit" variant="outlined" sx={{ minHeight: 40 }}>
          {words('search_submit')}
        </Button>
      </Box>
      {sought !== null && (
        <Box>
          <Button onClick={clear} sx={{ minHeight: 40, whiteSpace: 'nowrap' }}>
            {words('search_clear')}
          </Button>
        </Box>
      )}
    </Box>
  )
}
