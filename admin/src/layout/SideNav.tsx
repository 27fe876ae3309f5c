import KeyboardDoubleArrowLeftIcon from '@mui/icons-material/KeyboardDoubleArrowLeft'
import KeyboardDoubleArrowRightIcon from '@mui/icons-material/KeyboardDoubleArrowRight'
import { Box, ButtonBase, Divider, Tooltip, Typography } from '@mui/material'
import { LinkBase, useSidebarState, useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { bySection, isLongMenu, type Placed } from './menu-order.ts'
import { type MenuEntry, useMenu } from './use-menu.ts'

/** The menu at the side; folded it leaves its width to the work. */
export function SideNav() {
  const words = useWords('common')
  const translate = useTranslate()
  const entries = useMenu()
  const [open, setOpen] = useSidebarState()
  const Arrow = open ? KeyboardDoubleArrowLeftIcon : KeyboardDoubleArrowRightIcon
  return (
    <Box
      component="nav"
      aria-label={words('main_menu')}
      sx={{
        display: { xs: 'none', md: 'flex' },
        flexDirection: 'column',
        flex: 'none',
        width: open ? 200 : 60,
        position: 'sticky',
        top: 60,
        height: 'calc(100vh - 60px)',
        borderRight: 1,
        borderColor: 'divider',
        py: 1.5,
      }}
    >
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 1, pb: 0.5 }}>
        {bySection(entries, isLongMenu(entries)).map((placed) => (
          <Section key={placed.section} placed={placed} open={open} />
        ))}
      </Box>
      <ButtonBase
        onClick={() => setOpen(!open)}
        aria-label={translate(open ? 'ra.action.close_menu' : 'ra.action.open_menu')}
        sx={{ borderRadius: 1, mx: 1, py: 1, color: 'text.secondary', '&:hover': { bgcolor: 'action.hover' } }}
      >
        <Arrow fontSize="small" />
      </ButtonBase>
    </Box>
  )
}

function Section({ placed: { section, entries }, open }: { placed: Placed<MenuEntry>; open: boolean }) {
  const words = useWords('common')
  const name = section ? words(`menu.${section}`) : undefined
  return (
    <>
      {name && open && (
        <Typography
          aria-hidden
          variant="caption"
          color="textSecondary"
          sx={{ display: 'block', px: 1.25, pt: 1.5, pb: 0.5 }}
        >
          {name}
        </Typography>
      )}
      {name && !open && <Divider sx={{ my: 1 }} />}
      <Box component="ul" aria-label={name} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '2px' }}>
        {entries.map((entry) => (
          <li key={entry.to}>
            <Entry entry={entry} open={open} />
          </li>
        ))}
      </Box>
    </>
  )
}

function Entry({ entry: { to, label, icon: Icon, active }, open }: { entry: MenuEntry; open: boolean }) {
  const link = (
    <Box
      component={LinkBase}
      to={to}
      aria-current={active ? 'page' : undefined}
      aria-label={open ? undefined : label}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 1.25,
        minHeight: 42,
        ml: -1,
        pl: 2.25,
        borderRadius: '0 8px 8px 0',
        textDecoration: 'none',
        color: active ? 'primary.main' : 'text.primary',
        bgcolor: active ? 'background.paper' : undefined,
        boxShadow: active ? 'inset 3px 0 0 currentColor, 0 0 0 1px #e3ded2' : undefined,
        fontWeight: active ? 650 : 500,
        fontSize: '0.9375rem',
        '&:hover': { bgcolor: 'background.paper' },
      }}
    >
      <Icon />
      {open && label}
    </Box>
  )
  return open ? (
    link
  ) : (
    <Tooltip title={label} placement="right">
      {link}
    </Tooltip>
  )
}
