import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useLocaleState } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'

export function LanguageSwitch({ onDark = true }: { onDark?: boolean }) {
  const [locale, setLocale] = useLocaleState()
  const words = useWords('common')
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={locale}
      onChange={(_, chosen: string | null) => chosen && setLocale(chosen)}
      aria-label={words('language')}
      sx={onDark ? dark : undefined}
    >
      <ToggleButton value="id" aria-label="ID, Bahasa Indonesia" sx={button}>
        ID
      </ToggleButton>
      <ToggleButton value="en" aria-label="EN, English" sx={button}>
        EN
      </ToggleButton>
    </ToggleButtonGroup>
  )
}

const button = { px: 1.25, py: 0.25, minHeight: 32, minWidth: 40, fontSize: '0.8125rem', fontWeight: 700 }
const dark = {
  '& .MuiToggleButton-root': { color: '#e9e6da', borderColor: 'rgba(255,255,255,0.35)' },
  '& .MuiToggleButton-root.Mui-selected, & .MuiToggleButton-root.Mui-selected:hover': {
    color: 'secondary.main',
    bgcolor: '#f6f4ee',
  },
}
