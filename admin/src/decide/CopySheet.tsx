import OpenInNewIcon from '@mui/icons-material/OpenInNew'
import { Box, Button, Link, Typography } from '@mui/material'
import type { TaskDetail } from '../../../contracts/tasks.ts'
import type { AnswerRow, AnswerSection } from '../case/answers.ts'
import { UnmaskButton } from '../case/UnmaskButton.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { RegionName } from '../regency/RegionName.tsx'
import { CopyButton } from './CopyButton.tsx'

type Props = { task: TaskDetail & { filing: NonNullable<TaskDetail['filing']> }; sections: AnswerSection[] }

/** What was collected here, line by line to be copied into the other system, where the officer files by hand. */
export function CopySheet({ task: { filing, caseFile, application }, sections }: Props) {
  const words = useWords('decide')
  const facts = useWords('case')
  const local = useLocalText()
  const system = filing.system.toUpperCase()
  const { name, nik, phone, email } = caseFile.applicant
  return (
    <Box component="section" aria-labelledby="sheet-title" sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>
      <Typography variant="h3" id="sheet-title" sx={{ fontSize: '1rem', fontWeight: 650 }}>
        {words('sheet_title', { system })}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {words('sheet_intro', { system })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
        <Button
          component={Link}
          href={filing.url}
          target="_blank"
          rel="noreferrer"
          variant="outlined"
          endIcon={<OpenInNewIcon />}
        >
          {words('sheet_open', { system })}
        </Button>
        {nik.includes('*') && <UnmaskButton application={application} sections={sections} />}
      </Box>
      <Lines
        rows={[
          { name: 'applicant.nik', label: facts('nik'), text: nik },
          { name: 'applicant.name', label: facts('name'), text: name },
          { name: 'applicant.phone', label: facts('phone'), text: phone },
          { name: 'applicant.email', label: facts('email'), text: email },
        ]}
      />
      {sections.map(({ code, title, rows }) => (
        <Box key={code} sx={{ mt: 1 }}>
          <Typography variant="body2" color="textSecondary">
            {local(title)}
          </Typography>
          <Lines rows={rows.map(lineOf)} />
        </Box>
      ))}
    </Box>
  )
}

type Line = { name: string; label: string; text?: string | undefined; region?: string }

function lineOf({ name, label, shown }: AnswerRow): Line {
  if (shown.kind === 'region') return { name, label, region: shown.code }
  return { name, label, text: shown.kind === 'text' ? shown.text : undefined }
}

function Lines({ rows }: { rows: Line[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {rows
        .filter(({ text, region }) => text || region)
        .map(({ name, label, text, region }) => (
          <Box
            component="li"
            key={name}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              borderBottom: 1,
              borderColor: 'divider',
              minHeight: 44,
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography component="div" variant="caption" color="textSecondary">
                {label}
              </Typography>
              <Typography component="div">{region ? <RegionName code={region} /> : text}</Typography>
            </Box>
            {text && !text.includes('*') && <CopyButton label={label} text={text} />}
          </Box>
        ))}
    </Box>
  )
}
