import { Link } from 'wouter'
import type { ServiceSummary } from '../../../../contracts/services.ts'
import { Icon } from '../../components/icon.tsx'
import { workingTime } from '../../format/duration.ts'
import { rupiah } from '../../format/money.ts'
import { useTexts } from '../../i18n/texts.tsx'

export function ServiceCard({ service }: { service: ServiceSummary }) {
  const { t, local, language } = useTexts()
  return (
    <Link to={`/layanan/${service.code}`} className="card service-card">
      <span className="service-card-category">{local(service.category)}</span>
      <h3>{local(service.name)}</h3>
      <p className="soft service-card-summary">{local(service.summary)}</p>
      <span className="service-card-facts">
        <span>
          <Icon name="clock" size={18} />
          {service.term ? workingTime(service.term, t) : t('service.noTerm')}
        </span>
        <span>
          <Icon name="wallet" size={18} />
          {service.fee === 0 ? t('common.free') : rupiah(service.fee, language)}
        </span>
        <span>
          <Icon name="pin" size={18} />
          {service.agency.short}
        </span>
      </span>
    </Link>
  )
}
