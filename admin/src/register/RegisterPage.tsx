import { Box } from '@mui/material'
import type { RegisterDetail } from '../../../contracts/register.ts'
import { Section } from '../case/Section.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { EntryActs } from './EntryActs.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { EntryStory } from './EntryStory.tsx'

/** One licence: how it stands, its story, and the acts that are legal now. */
export default function RegisterPage() {
  const { data, isPending, error, refetch } = useWhole<RegisterDetail>('register')
  if (data) return <Entry key={data.id} entry={data} onActed={() => void refetch()} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Entry({ entry, onActed }: { entry: RegisterDetail; onActed: () => void }) {
  const words = useWords('register')
  const local = useLocalText()
  return (
    <Box>
      <PageHead
        title={entry.number}
        intro={local(entry.documentTitle)}
        before={<BackLink to="/register">{words('title')}</BackLink>}
      />
      <EntryActs entry={entry} onActed={onActed} />
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Section title={words('facts')} flush>
          <EntryFacts entry={entry} />
        </Section>
        <Section title={words('story')} flush>
          <EntryStory events={entry.timeline} />
        </Section>
      </Box>
    </Box>
  )
}
