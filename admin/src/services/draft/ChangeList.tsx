import { Box, Typography } from '@mui/material'
import { useWords } from '../../i18n/hooks.ts'
import { tones } from '../../theme/palette.ts'
import type { Change } from './compare.ts'
import { placeText, valueAt } from './place.ts'
import { entryWords, placeWords, valueWords } from './telling.ts'
import { useTongue } from './use-tongue.ts'

type Props = { changes: readonly Change[]; before: unknown; after: unknown }

/** Differences in plain words, one a line: `Jangka waktu › Lama: 5 hari kerja → 7 hari kerja`. */
export function ChangeList({ changes, before, after }: Props) {
  const tongue = useTongue()
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {changes.map((change) => (
        <Box
          component="li"
          key={`${placeText(change.place)}${change.order ?? ''}`}
          sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
        >
          <Typography variant="caption" color="textSecondary" component="div">
            {placeWords(change.place, [after, before], tongue)}
          </Typography>
          <Told change={change} before={before} after={after} />
        </Box>
      ))}
    </Box>
  )
}

function Told({ change, before, after }: { change: Change; before: unknown; after: unknown }) {
  const words = useWords('draft')
  const places = useWords('places')
  const tongue = useTongue()
  const { place, order } = change
  const list = (names: unknown, definition: unknown) =>
    (names as string[]).map((entry) => entryWords(valueAt(definition, [...place, { entry }]), entry, tongue)).join(', ')
  const was = order ? list(change.before, before) : valueWords(change.before, place, before, tongue)
  const is = order ? list(change.after, after) : valueWords(change.after, place, after, tongue)
  if (was === null) return <Value mark={words('changes.added')} text={is || places('nothing')} tone="new" />
  if (is === null) return <Value mark={words('changes.removed')} text={was || places('nothing')} tone="old" />
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
      {order && <Mark text={words('changes.order')} />}
      <Typography variant="body2" component="del" sx={{ color: 'text.secondary', whiteSpace: 'pre-line' }}>
        {was || places('nothing')}
      </Typography>
      <span aria-hidden="true">→</span>
      <Box component="span" sx={visuallyHidden}>
        {words('changes.becomes')}
      </Box>
      <Typography
        variant="body2"
        component="ins"
        sx={{ fontWeight: 650, textDecoration: 'none', whiteSpace: 'pre-line' }}
      >
        {is || places('nothing')}
      </Typography>
    </Box>
  )
}

const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const

const Mark = ({ text }: { text: string }) => (
  <Typography variant="caption" component="span" sx={{ fontWeight: 650 }}>
    {text}:
  </Typography>
)

function Value({ mark, text, tone }: { mark: string; text: string; tone: 'new' | 'old' }) {
  return (
    <Typography variant="body2" component={tone === 'new' ? 'ins' : 'del'} sx={{ textDecoration: 'none' }}>
      <Box
        component="span"
        sx={{ fontWeight: 650, color: tone === 'new' ? tones.calm.text : tones.breached.text, mr: 0.75 }}
      >
        {mark}:
      </Box>
      {text}
    </Typography>
  )
}
