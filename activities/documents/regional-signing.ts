import type { SigningProvider } from '../../integrations/signing/signing.ts'
import { currentRegency } from '../../models/tenancy.ts'

/** Each regency signs with its own authority; made when first asked for. */
export class RegionalSigning implements SigningProvider {
  readonly code: string
  readonly legallyBinding: boolean
  readonly #make: (regency: string) => SigningProvider
  readonly #providers = new Map<string, SigningProvider>()

  constructor(
    { code, legallyBinding }: Pick<SigningProvider, 'code' | 'legallyBinding'>,
    make: (regency: string) => SigningProvider,
  ) {
    this.code = code
    this.legallyBinding = legallyBinding
    this.#make = make
  }

  status: SigningProvider['status'] = (signer) => this.#here().status(signer)
  sign: SigningProvider['sign'] = (request) => this.#here().sign(request)
  seal: SigningProvider['seal'] = (request) => this.#here().seal(request)
  sealData: SigningProvider['sealData'] = (request) => this.#here().sealData(request)

  #here(): SigningProvider {
    const regency = currentRegency()
    const known = this.#providers.get(regency)
    if (known) return known
    const made = this.#make(regency)
    this.#providers.set(regency, made)
    return made
  }
}
