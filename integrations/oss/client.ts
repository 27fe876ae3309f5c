import { DataNib } from '../../contracts/oss.ts'
import { errorOfStatus, exchange, jsonOf, pdfOf } from '../outside/exchange.ts'
import { OutsideError } from '../outside/outside-system.ts'
import { Envelope, type IzinFinal, type IzinStatus, saysNotFound } from './messages.ts'

export type OssSettings = {
  /** With its base path, `https://…/v1/kl/rba`. */
  url: string
  userKey: string
  timeoutMs?: number
}

/**
 * The calls that OSS RBA documents for a region: all POST, JSON, header `user_key`, each reply in an envelope of its own.
 * There is none that makes a NIB: that is filed in OSS by a person.
 */
export class OssClient {
  private readonly base: URL
  private readonly userKey: string
  private readonly timeoutMs: number

  constructor({ url, userKey, timeoutMs = 20_000 }: OssSettings) {
    this.base = new URL(url.endsWith('/') ? url : `${url}/`)
    this.userKey = userKey
    this.timeoutMs = timeoutMs
  }

  /** Throws OutsideError; after `unknown-outcome` ask `statusOf` before sending again. */
  async sendStatus(status: IzinStatus): Promise<void> {
    refuseUnlessDone(await this.call('receiveLicenseStatus', { IZINSTATUS: status }))
  }

  async sendLicence(licence: IzinFinal): Promise<void> {
    refuseUnlessDone(await this.call('receiveLicense', { IZINFINAL: licence }))
  }

  /** The status that OSS holds for a licence; null where it knows none. */
  async statusOf(idIzin: string): Promise<string | null> {
    const reply = await this.call('checkLicenseStatus', { CHECKLICENSESTATUS: { id_izin: idIzin } })
    if (saysNotFound(reply)) return null
    refuseUnlessDone(reply)
    const data: unknown = reply.dataIZIN
    const code: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'kd_status') : undefined
    return typeof code === 'string' && code !== '' ? code : null
  }

  /** A NIB by its number, or by its holder's NPWP, which for residents is their NIK (PMK 112/2022). Null where there is none. */
  async findNib(by: { nib: string } | { npwp: string }): Promise<DataNib | null> {
    const reply = await this.call('inqueryNIB', { INQUERYNIB: by })
    if (saysNotFound(reply)) return null
    refuseUnlessDone(reply)
    const data = DataNib.safeParse(reply.dataNIB)
    if (!data.success) throw new OutsideError('broken')
    return data.data
  }

  /** The signed file of a NIB or licence; null as long as OSS has none. Only files of OSS's own host are fetched. */
  async findFile(idIzin: string): Promise<Uint8Array | null> {
    const reply = await this.call('inqueryFileDS', { INQUERYFILEDS: { id_permohonan_izin: idIzin } })
    if (saysNotFound(reply)) return null
    refuseUnlessDone(reply)
    const url = typeof reply.url_file_ds === 'string' ? URL.parse(reply.url_file_ds) : null
    if (url?.host !== this.base.host || url.protocol !== this.base.protocol) throw new OutsideError('broken')
    const response = await exchange(url.href, { headers: { user_key: this.userKey }, timeoutMs: this.timeoutMs })
    const error = errorOfStatus(response.status)
    if (error) throw error
    return response.status === 404 ? null : pdfOf(response)
  }

  private async call(name: string, body: object): Promise<Envelope> {
    const response = await exchange(new URL(name, this.base).href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', user_key: this.userKey },
      body: JSON.stringify(body),
      timeoutMs: this.timeoutMs,
    })
    // A refusal of the content (400) still comes in its envelope, with words that tell "not found" apart.
    const error = response.status === 400 ? null : errorOfStatus(response.status)
    if (error) throw error
    return envelopeOf(await jsonOf(response))
  }
}

function envelopeOf(json: unknown): Envelope {
  const [inner]: unknown[] = typeof json === 'object' && json !== null ? Object.values(json) : []
  const envelope = Envelope.safeParse(inner)
  if (!envelope.success) throw new OutsideError('broken')
  return envelope.data
}

function refuseUnlessDone({ kode }: Envelope): void {
  if (kode === 200) return
  throw errorOfStatus(kode) ?? new OutsideError(kode === 404 ? 'refused' : 'broken')
}
