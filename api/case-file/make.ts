import { renderIndexPage } from '../../documents/case-file/index-page.ts'
import { type Listed, type ZipFile, zip } from '../../documents/case-file/zip.ts'
import { type SealingAgency, SigningError } from '../../integrations/signing/signing.ts'
import { audit } from '../../models/audit.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { officeOf, regencyFacts } from '../../models/catalogue/catalogue.ts'
import { clockOfState } from '../case/clock.ts'
import { presentClocks } from '../case/clocks.ts'
import { asOf } from '../case/present-row.ts'
import type { SigningParts } from '../case/services.ts'
import { wordBook } from '../case/words.ts'
import { unavailable } from '../errors/problems.ts'
import type { SignedIn } from '../request.ts'
import { filesOf } from './files.ts'
import { indexOf } from './index-of.ts'
import { format, type Manifest, manifestTexts } from './manifest.ts'
import { pathOfDocument } from './papers.ts'
import { readWholeCase } from './read.ts'
import { textsOf } from './texts.ts'
import { verifierFiles } from './verifier.ts'

type Asked = { application: ApplicationRecord; person: SignedIn; purpose: string }

/**
 * The whole case as a sealed ZIP, in bytes as they are made. That it is taken out, by whom and why is in the audit chain
 * before the first byte, and so in the archive itself. Throws 503 where the seal cannot be had now.
 */
export async function makeCaseFile(
  { application, person, purpose }: Asked,
  seals: SigningParts['seals'],
): Promise<AsyncGenerator<Uint8Array>> {
  const { _id: id, number, service, serviceVersion, state } = application
  await audit({ act: 'export', by: person.account, subject: { kind: 'application', id }, purpose })
  const at = new Date()
  const whole = await readWholeCase(application)
  const words = await wordBook()(application)
  const [regency, office] = await Promise.all([regencyFacts(), officeOf(words.definition.agency)])
  const agency = { id: `${regency.code}/${office.code}`, name: office.name }
  const clocks = await presentClocks(
    Object.values(state.clocks).map(clockOfState),
    { language: 'id' },
    asOf(application),
  )
  const texts = textsOf(whole)
  // Asked before the archive begins: an archive that cannot be sealed is refused, not cut short.
  const sealed = await canSeal(seals, agency)
  const last = whole.lines.at(-1)
  const about = { ...{ at, words, clocks, purpose, sealed }, timeZone: regency.timeZone, sample: !seals.legallyBinding }
  const page = await indexOf(whole, { ...about, regency: regency.name, office: office.name, madeBy: person.name })
  const files = [
    { path: 'indeks.html', content: renderIndexPage(page) },
    ...filesOf(whole, { texts, clocks }),
    ...(await verifierFiles()),
  ]
  const manifestOf = (listed: Listed[]): Manifest => ({
    format,
    sample: !seals.legallyBinding,
    regency: { code: regency.code, name: regency.name },
    case: { id, number, service, serviceName: words.definition.name.id, serviceVersion },
    head: { seq: last?.seq ?? 0, hash: last?.hash ?? '' },
    madeAt: at.toISOString(),
    madeBy: { account: person.account, name: person.name },
    purpose,
    sealedBy: sealed ? { agency: office.code, name: office.name, provider: seals.code } : null,
    texts: manifestTexts(texts),
    documents: whole.documents.map((document) => ({
      id: document._id,
      number: document.number,
      path: pathOfDocument(document, whole),
    })),
    files: listed,
  })
  return zip(files, {
    at,
    closing: async (listed): Promise<ZipFile[]> => {
      const manifest = Buffer.from(`${JSON.stringify(manifestOf(listed), null, 2)}\n`)
      const seal = sealed ? await seals.sealData({ data: manifest, agency }) : null
      return [
        { path: 'manifest.json', content: manifest },
        ...(seal ? [{ path: 'manifest.json.p7s', content: seal.signature }] : []),
      ]
    },
  })
}

async function canSeal(seals: SigningParts['seals'], agency: SealingAgency): Promise<boolean> {
  try {
    return (await seals.sealData({ data: Buffer.from(format), agency })) !== null
  } catch (error) {
    if (error instanceof SigningError) throw unavailable(error)
    throw error
  }
}
