import { Box, Button, Link, Typography } from '@mui/material'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import type { IssuedDocument } from '../../../contracts/documents.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { useViewer } from '../viewer/ViewerContext.tsx'
import { type Fact, Facts } from './Facts.tsx'
import { Section } from './Section.tsx'

/** What the office gave out: number, date, signer, and the file. */
export function Issued({ documents }: Pick<ApplicationDetail, 'documents'>) {
  const words = useWords('case')
  const local = useLocalText()
  if (documents.length === 0) return <Typography color="textSecondary">{words('issued_none')}</Typography>
  return documents.map((document) => (
    <Section key={document.id} title={local(document.title)}>
      <IssuedFacts document={document} />
    </Section>
  ))
}

function IssuedFacts({ document }: { document: IssuedDocument }) {
  const words = useWords('case')
  const { dateTime } = useFormats()
  const { open } = useViewer()
  const { number, issuedAt, signedBy, kind, standing, file, verifyUrl, id } = document
  const facts: Fact[] = [
    { key: 'number', label: words('issued_number'), value: number },
    { key: 'kind', label: words('issued_as'), value: words(`issued_kind.${kind}`) },
    { key: 'standing', label: words('issued_standing'), value: standing && words(`standing.${standing}`) },
    { key: 'at', label: words('issued_at'), value: issuedAt && dateTime(issuedAt) },
    { key: 'file', label: words('issued_file'), value: file ? null : words('issued_no_file') },
    { key: 'by', label: words('issued_by'), value: signedBy && `${signedBy.name}, ${signedBy.position}` },
  ]
  return (
    <>
      <Facts facts={facts.filter(({ value }) => value)} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 1 }}>
        {file && (
          <Button variant="outlined" size="small" onClick={() => open(id)}>
            {words('issued_open')}
          </Button>
        )}
        {verifyUrl && (
          <Link href={verifyUrl} target="_blank" rel="noopener" variant="body2">
            {words('issued_verify')}
          </Link>
        )}
      </Box>
    </>
  )
}
