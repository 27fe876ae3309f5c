import type { Theme } from '@mui/material'
import type { RaThemeOptions } from 'react-admin'
import { brandOf, leaf, tones } from './palette.ts'

const font = "'Public Sans Variable', system-ui, sans-serif"

/** Calm and dense enough for a day's work; flat cards with a hairline, the regency's colour where something can be done. */
export function themeFor(colour: string): RaThemeOptions {
  const brand = brandOf(colour)
  return {
    palette: {
      mode: 'light',
      primary: { main: brand.main, dark: brand.deep, light: brand.line, contrastText: '#ffffff' },
      secondary: { main: brand.deep, contrastText: '#ffffff' },
      error: { main: tones.breached.text },
      warning: { main: '#8a5c00' },
      success: { main: tones.calm.text },
      info: { main: '#2b5876' },
      background: { default: leaf.paper, paper: leaf.card },
      text: { primary: leaf.ink, secondary: leaf.muted },
      divider: leaf.line,
    },
    shape: { borderRadius: 8 },
    typography: {
      fontFamily: font,
      fontSize: 14,
      htmlFontSize: 16,
      body1: { fontSize: '0.9375rem', lineHeight: 1.5 },
      body2: { fontSize: '0.875rem', lineHeight: 1.5 },
      caption: { fontSize: '0.8125rem', lineHeight: 1.4 },
      h1: { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.01em', lineHeight: 1.25 },
      h2: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.35 },
      h3: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
      overline: { fontSize: '0.75rem', fontWeight: 600, letterSpacing: '0.06em', lineHeight: 1.6 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: components(brand),
  }
}

function components(brand: ReturnType<typeof brandOf>): NonNullable<RaThemeOptions['components']> {
  const focus = { outline: `3px solid ${brand.main}`, outlineOffset: 2 }
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'break-word' },
        ':focus-visible': focus,
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focus } },
    },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 36 } } },
    MuiCard: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { borderColor: leaf.line } } },
    MuiPaper: { styleOverrides: { outlined: { borderColor: leaf.line } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', fullWidth: true } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { backgroundColor: leaf.card },
        notchedOutline: { borderColor: '#8b8f88' },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: leaf.line, padding: '8px 12px' },
        head: { color: leaf.muted, fontWeight: 600, fontSize: '0.8125rem', backgroundColor: leaf.card },
      },
    },
    MuiTab: { styleOverrides: { root: { minHeight: 44, fontSize: '0.9375rem', padding: '8px 14px' } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 44 }, indicator: { height: 3, borderRadius: '3px 3px 0 0' } } },
    MuiChip: { styleOverrides: { root: { fontWeight: 600, borderRadius: 6 } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.8125rem', backgroundColor: leaf.ink } } },
    MuiAlert: { styleOverrides: { root: { alignItems: 'center' } } },
    // A form's buttons stay in sight while what is above them scrolls; a phone gives a dialog nearly its whole width.
    MuiDialog: {
      styleOverrides: {
        paper: ({ theme }: { theme: Theme }) => ({
          '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 },
          [theme.breakpoints.down('sm')]: {
            '&:not(.MuiDialog-paperFullScreen)': {
              margin: 12,
              width: 'calc(100% - 24px)',
              maxHeight: 'calc(100% - 24px)',
            },
          },
        }),
      },
    },
    MuiDialogTitle: {
      defaultProps: { component: 'h2', variant: 'h2' },
      styleOverrides: { root: { padding: '16px 24px 8px' } },
    },
    // Room for the label that rides on a field's border.
    MuiDialogContent: { styleOverrides: { root: { '.MuiDialogTitle-root + &': { paddingTop: 8 } } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 16px', flexWrap: 'wrap', rowGap: 8 } } },
    RaDataTable: { styleOverrides: { root: { '& .RaDataTable-table': { tableLayout: 'auto' } } } },
  }
}
