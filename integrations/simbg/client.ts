import { errorOfStatus, exchange, jsonOf, pdfOf } from '../outside/exchange.ts'
import { OutsideError } from '../outside/outside-system.ts'
import { Keadaan, type Permohonan } from './messages.ts'

export type SimbgSettings = { url: string; key: string; timeoutMs?: number }

type Method = 'GET' | 'POST' | 'PUT'

/** Speaks to the regency's adapter of SIMBG. Throws OutsideError. */
export class SimbgClient {
  private readonly base: string
  private readonly headers: Record<string, string>
  private readonly timeoutMs: number

  constructor({ url, key, timeoutMs = 20_000 }: SimbgSettings) {
    this.base = url.replace(/\/$/, '')
    this.headers = { Authorization: `Bearer ${key}` }
    this.timeoutMs = timeoutMs
  }

  /** Known by its digest, so that sending it again is nothing new. */
  async putFile(sha256: string, type: string, bytes: Uint8Array): Promise<void> {
    const response = await this.ask('PUT', `berkas/${sha256}`, { body: bytes, type })
    if (response.status === 404) throw new OutsideError('refused')
  }

  /** Not to be repeated blindly: ask `standing` first. */
  async submit(permohonan: Permohonan): Promise<Keadaan> {
    const response = await this.ask('POST', 'permohonan', json(permohonan))
    if (response.status === 404) throw new OutsideError('refused')
    if (response.status !== 409) return keadaanOf(response)
    const known = await this.standing(permohonan.kunci)
    if (!known) throw new OutsideError('broken')
    return known
  }

  /** Null where the adapter knows no filing under this key. */
  async standing(kunci: string): Promise<Keadaan | null> {
    const response = await this.ask('GET', path(kunci))
    return response.status === 404 ? null : keadaanOf(response)
  }

  /** Sets the amount, so that saying it again is nothing new. */
  async putLevy(kunci: string, jumlah: number): Promise<void> {
    const response = await this.ask('PUT', `${path(kunci)}/retribusi`, json({ jumlah }))
    if (response.status === 404) throw new OutsideError('lost')
  }

  /** The document, null where there is none yet. */
  async document(kunci: string): Promise<Uint8Array | null> {
    const response = await this.ask('GET', `${path(kunci)}/dokumen`)
    return response.status === 404 ? null : pdfOf(response)
  }

  private async ask(method: Method, where: string, sent?: { body: string | Uint8Array; type: string }) {
    const response = await exchange(`${this.base}/v1/${where}`, {
      method,
      headers: { ...this.headers, ...(sent ? { 'Content-Type': sent.type } : {}) },
      ...(sent ? { body: sent.body } : {}),
      timeoutMs: this.timeoutMs,
    })
    const error = errorOfStatus(response.status)
    if (error) throw error
    return response
  }
}

const path = (kunci: string) => `permohonan/${encodeURIComponent(kunci)}`
const json = (content: object) => ({ body: JSON.stringify(content), type: 'application/json' })

async function keadaanOf(response: Response): Promise<Keadaan> {
  const read = Keadaan.safeParse(await jsonOf(response))
  if (!read.success) throw new OutsideError('broken')
  return read.data
}
