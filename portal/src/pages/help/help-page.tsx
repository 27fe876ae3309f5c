import { useRegency } from '../../app/regency.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { Places } from '../../components/places.tsx'
import type { TextKey } from '../../i18n/keys.ts'
import { useTexts } from '../../i18n/texts.tsx'
import '../../components/folds.css'

const questions: { question: TextKey; answer: TextKey }[] = [
  { question: 'help.howQ', answer: 'help.howA' },
  { question: 'help.whenQ', answer: 'help.whenA' },
  { question: 'help.returnQ', answer: 'help.returnA' },
  { question: 'help.silentQ', answer: 'help.silentA' },
  { question: 'help.signalQ', answer: 'help.signalA' },
  { question: 'help.noPhoneQ', answer: 'help.noPhoneA' },
  { question: 'help.fakeQ', answer: 'help.fakeA' },
  { question: 'help.costQ', answer: 'help.costA' },
  { question: 'help.dataQ', answer: 'help.dataA' },
]

export default function HelpPage() {
  const { t, local } = useTexts()
  const contact = useRegency()?.contact
  return (
    <Page title={t('help.title')} narrow lead={<p>{t('help.lead')}</p>}>
      <div className="stack loose">
        <div className="folds">
          {questions.map(({ question, answer }) => (
            <details key={question}>
              <summary>
                <span>{t(question)}</span>
                <Icon name="chevron" size={20} />
              </summary>
              <p>{t(answer)}</p>
            </details>
          ))}
        </div>
        {contact && (
          <section className="card stack" aria-labelledby="contact">
            <h2 id="contact">{t('help.contactTitle')}</h2>
            <p className="row">
              <a className="button secondary" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
                <Icon name="phone" />
                <span>{contact.phone}</span>
              </a>
              <a className="button secondary" href={`mailto:${contact.email}`}>
                <Icon name="mail" />
                <span>{contact.email}</span>
              </a>
            </p>
            <p>
              {contact.address}
              <br />
              <span className="soft">{local(contact.hours)}</span>
            </p>
          </section>
        )}
        <Places />
      </div>
    </Page>
  )
}
