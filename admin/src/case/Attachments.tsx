import DescriptionIcon from '@mui/icons-material/DescriptionOutlined'
import ImageIcon from '@mui/icons-material/ImageOutlined'
import { Box, ButtonBase, Typography } from '@mui/material'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { sizeWords } from '../i18n/size.ts'
import { tones } from '../theme/palette.ts'
import { useViewer } from '../viewer/ViewerContext.tsx'
import { FlagButton } from './FlagButton.tsx'
import { useFlags } from './FlagContext.tsx'
import { Section } from './Section.tsx'
import { attachmentKey } from './viewables.ts'

/** The files that came with the application; one click shows them in the side pane. */
export function Attachments({ attachments }: Pick<ApplicationDetail, 'attachments'>) {
  const words = useWords('case')
  return (
    <Section title={words('attachments')}>
      {attachments.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {words('no_attachments')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
        {attachments.map((attachment) => (
          <Attachment key={attachmentKey(attachment.code, attachment.file.id)} {...attachment} />
        ))}
      </Box>
    </Section>
  )
}

function Attachment({ code, name, file }: ApplicationDetail['attachments'][number]) {
  const local = useLocalText()
  const { number } = useFormats()
  const { current, open } = useViewer()
  const flags = useFlags()
  const label = local(name)
  const key = attachmentKey(code, file.id)
  const shown = current?.key === key
  const target = { target: 'document' as const, name: code, label }
  const Icon = file.type.startsWith('image/') ? ImageIcon : DescriptionIcon
  const wash = flags?.isFlagged(target) ? tones.breached.wash : shown ? 'background.default' : undefined
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', borderRadius: 1, bgcolor: wash }}>
      <ButtonBase
        onClick={() => open(key)}
        aria-pressed={shown}
        sx={{
          flex: 1,
          minWidth: 0,
          justifyContent: 'flex-start',
          gap: 1.25,
          px: 1,
          py: 0.75,
          textAlign: 'left',
          borderRadius: 1,
        }}
      >
        <Icon fontSize="small" sx={{ color: 'text.secondary' }} />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {label}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div" noWrap>
            {file.name} · {sizeWords(file.size, number)}
          </Typography>
        </Box>
      </ButtonBase>
      <FlagButton target={target} />
    </Box>
  )
}
