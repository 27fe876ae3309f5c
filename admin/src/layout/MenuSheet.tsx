import CloseIcon from '@mui/icons-material/Close'
import { Box, Drawer, IconButton, type Theme, Typography, useMediaQuery } from '@mui/material'
import { LinkBase } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { bySection } from './menu-order.ts'
import type { MenuEntry } from './use-menu.ts'

type Props = { id: string; entries: MenuEntry[]; isLong: boolean; open: boolean; onClose: () => void }

/** What a phone's menu has no room for, a sheet from below; Escape, its cross or choosing closes it. */
export function MenuSheet({ id, entries, isLong, open, onClose }: Props) {
  const words = useWords('common')
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  const title = `${id}-title`
  return (
    <Drawer
      anchor="bottom"
      open={open && !isWide}
      onClose={onClose}
      slotProps={{
        paper: {
          id,
          'aria-labelledby': title,
          sx: {
            borderRadius: '14px 14px 0 0',
            maxHeight: '85vh',
            pb: 'calc(12px + env(safe-area-inset-bottom))',
            '&:focus-visible': { outline: 'none' },
          },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 2.5, pr: 1, pt: 1 }}>
        <Typography variant="h2" id={title} sx={{ flex: 1 }}>
          {words('more')}
        </Typography>
        <IconButton onClick={onClose} aria-label={words('close')} sx={{ width: 44, height: 44 }}>
          <CloseIcon />
        </IconButton>
      </Box>
      {bySection(entries, isLong).map(({ section, entries: own }) => (
        <Box key={section}>
          {section && (
            <Typography id={`${id}-${section}`} variant="body2" color="textSecondary" sx={{ px: 2.5, pt: 1 }}>
              {words(`menu.${section}`)}
            </Typography>
          )}
          <Box
            component="ul"
            aria-labelledby={section ? `${id}-${section}` : title}
            sx={{ listStyle: 'none', m: 0, p: 0 }}
          >
            {own.map((entry) => (
              <li key={entry.to}>
                <Row entry={entry} onChosen={onClose} />
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Drawer>
  )
}

function Row({ entry: { to, label, icon: Icon, active }, onChosen }: { entry: MenuEntry; onChosen: () => void }) {
  return (
    <Box
      component={LinkBase}
      to={to}
      onClick={onChosen}
      aria-current={active ? 'page' : undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 2.5,
        minHeight: 48,
        textDecoration: 'none',
        color: active ? 'primary.main' : 'text.primary',
        fontWeight: active ? 650 : 500,
        boxShadow: active ? 'inset 3px 0 0 currentColor' : 'none',
        '&:focus-visible': { outlineOffset: '-3px' },
      }}
    >
      <Icon />
      {label}
    </Box>
  )
}
