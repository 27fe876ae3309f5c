import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { useWords } from '../i18n/hooks.ts'
import { RegionName } from '../regency/RegionName.tsx'
import type { AnswerSection } from './answers.ts'
import { type Fact, Facts } from './Facts.tsx'
import { Section } from './Section.tsx'
import { UnmaskButton } from './UnmaskButton.tsx'

type Props = { caseFile: Pick<ApplicationDetail, 'id' | 'applicant' | 'proxy'>; sections: AnswerSection[] }

/** For whom the service is, and who filed it for them. */
export function ApplicantCard({ caseFile: { id: application, applicant, proxy }, sections }: Props) {
  const words = useWords('case')
  const facts: Fact[] = [
    { key: 'name', label: words('name'), value: applicant.name },
    { key: 'nik', label: words('nik'), value: applicant.nik },
    { key: 'phone', label: words('phone'), value: applicant.phone },
    { key: 'email', label: words('email'), value: applicant.email },
    { key: 'village', label: words('village'), value: applicant.village && <RegionName code={applicant.village} /> },
    { key: 'proxy', label: words('proxy'), value: proxy && words(`manner.${proxy.manner}`) },
    { key: 'witness', label: words('proxy_witness'), value: proxy?.witness },
    { key: 'relation', label: words('proxy_relation'), value: proxy?.relation },
  ]
  return (
    <Section title={words('applicant')} aside={<UnmaskButton application={application} sections={sections} />}>
      <Facts facts={facts.filter(({ value }) => value)} />
    </Section>
  )
}
