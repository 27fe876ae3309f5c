import { type Faults, noFaults } from '../../outside/simulator/faults.ts'
import { openShelf } from '../../outside/simulator/shelf.ts'
import type { Keadaan, Permohonan } from '../messages.ts'

export type Filed = { permohonan: Permohonan; keadaan: Keadaan; levy: number }
type Content = { filed: Filed[]; files: string[] }

export type SimbgSimulatorOptions = {
  key: string
  /** Where Lontar wants to hear that something has been answered, and the key that it asks of us. */
  webhook?: { url: string; key: string }
  path?: string
}

/**
 * The other side of `SimbgClient`. It is as simple as an adapter may be: it files whatever it is sent, also twice under
 * one key, so that whoever repeats blindly is found out.
 */
export class SimbgSimulator {
  readonly options: SimbgSimulatorOptions
  readonly faults: Faults = noFaults()
  private readonly shelf

  constructor(options: SimbgSimulatorOptions) {
    this.options = options
    this.shelf = openShelf<Content>({ filed: [], files: [] }, options.path)
  }

  get filed(): readonly Filed[] {
    return this.shelf.content.filed
  }

  keepFile(sha256: string): void {
    if (!this.shelf.content.files.includes(sha256)) this.shelf.content.files.push(sha256)
    this.shelf.save()
  }

  hasFiles({ berkas }: Permohonan): boolean {
    return berkas.every(({ sha256 }) => this.shelf.content.files.includes(sha256))
  }

  file(permohonan: Permohonan): Filed {
    const nomor_registrasi = `PBG-${String(this.filed.length + 1).padStart(6, '0')}`
    const filed: Filed = { permohonan, levy: 0, keadaan: { nomor_registrasi, status: 'diproses' } }
    this.shelf.content.filed.push(filed)
    this.shelf.save()
    return filed
  }

  find(kunci: string): Filed | undefined {
    return this.filed.find(({ permohonan }) => permohonan.kunci === kunci)
  }

  levy(filed: Filed, jumlah: number): void {
    filed.levy = jumlah
    this.shelf.save()
  }

  issue(filed: Filed, on: Date): void {
    const { nomor_registrasi } = filed.keadaan
    filed.keadaan = {
      nomor_registrasi,
      status: 'terbit',
      nomor_pbg: `SK-${nomor_registrasi}-${on.getUTCFullYear()}`,
      tanggal_terbit: on.toISOString().slice(0, 10),
    }
    this.shelf.save()
  }

  refuse(filed: Filed, alasan: string): void {
    filed.keadaan = { nomor_registrasi: filed.keadaan.nomor_registrasi, status: 'ditolak', alasan }
    this.shelf.save()
  }

  /** Tells Lontar that there is an answer; it asks for the answer itself. */
  async tell({ permohonan: { kunci } }: Filed): Promise<number> {
    const { webhook } = this.options
    if (!webhook) return 0
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${webhook.key}` },
      body: JSON.stringify({ kunci }),
      signal: AbortSignal.timeout(30_000),
    })
    await response.arrayBuffer()
    return response.status
  }
}
