import type { ServiceDetail } from '../../../contracts/services.ts'
import { type Fact, Facts } from '../case/Facts.tsx'
import { Section } from '../case/Section.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { sizeWords } from '../i18n/size.ts'

const kinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
}

/** Which files an applicant has to bring, when, and how large they may be. */
export function DocumentsAsked({ documents }: { documents: ServiceDetail['requiredDocuments'] }) {
  const words = useWords('services')
  const local = useLocalText()
  const { number } = useFormats()
  const facts = documents.map(({ code, name, required, when, types, maxBytes }): Fact => {
    const asked = when ? words('when', { condition: when }) : words(required ? 'required' : 'optional')
    const size = words('document_limit', { size: sizeWords(maxBytes, number) })
    return {
      key: code,
      label: local(name),
      value: `${asked} · ${types.map((type) => kinds[type] ?? type).join(', ')}, ${size}`,
    }
  })
  return (
    <Section title={words('documents')}>
      <Facts facts={facts} />
    </Section>
  )
}
