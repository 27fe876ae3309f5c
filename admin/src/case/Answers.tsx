import { Box, Button, Typography } from '@mui/material'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { RegionName } from '../regency/RegionName.tsx'
import { useViewer } from '../viewer/ViewerContext.tsx'
import type { AnswerRow, AnswerSection, Shown } from './answers.ts'
import { type Fact, Facts } from './Facts.tsx'
import { FlagButton } from './FlagButton.tsx'
import { useFlags } from './FlagContext.tsx'
import { Section } from './Section.tsx'

/** What was answered, page by page, to be read and flagged. */
export function Answers({ sections }: { sections: AnswerSection[] }) {
  const local = useLocalText()
  return sections.map(({ code, title, rows }) => (
    <Section key={code} title={local(title)}>
      <AnswerFacts rows={rows} />
    </Section>
  ))
}

function AnswerFacts({ rows }: { rows: AnswerRow[] }) {
  const flags = useFlags()
  const facts = rows.map(({ name, label, shown }): Fact => {
    const target = { target: 'field' as const, name, label }
    return {
      key: name,
      label,
      value: <Answer shown={shown} />,
      aside: flags && <FlagButton target={target} />,
      marked: flags?.isFlagged(target) ?? false,
    }
  })
  return <Facts facts={facts} />
}

/** One answer as it is read. */
export function Answer({ shown }: { shown: Shown }) {
  const words = useWords('case')
  const documents = useWords('case')
  const { open } = useViewer()
  switch (shown.kind) {
    case 'empty':
      return (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ fontStyle: 'italic' }}>
          {words('empty_answer')}
        </Typography>
      )
    case 'text':
      return shown.text
    case 'region':
      return <RegionName code={shown.code} />
    case 'file':
      return (
        <Button size="small" variant="outlined" onClick={() => open(shown.id)}>
          {documents('issued_open')}
        </Button>
      )
    case 'items':
      return shown.items.map(({ title, rows }) => (
        <Box key={title} sx={{ mb: 1, '&:last-child': { mb: 0 } }}>
          <Typography component="div" variant="body2" sx={{ fontWeight: 650 }}>
            {title}
          </Typography>
          <AnswerFacts rows={rows} />
        </Box>
      ))
  }
}
