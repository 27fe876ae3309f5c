import { randomInt } from 'node:crypto'
import type { DataNib, ReceiveNibReply, ReceiveStatusReply } from '../../../contracts/oss.ts'
import type { OssStatus } from '../../../domain/outside/oss-status.ts'
import { type Faults, noFaults } from '../../outside/simulator/faults.ts'
import { openShelf } from '../../outside/simulator/shelf.ts'
import type { IzinFinal, IzinStatus } from '../messages.ts'

export type IssuedNib = {
  nib: DataNib
  nik: string
  name: string
  /** What the region said to each push of it. */
  pushes: string[]
}

/** A change of status of a business that OSS deals with, at a local time of the region, `YYYY-MM-DD HH:MM:SS`. */
export type ToldStatus = { nik: string; kbli: string; status: OssStatus; at: string }

type Content = { nibs: IssuedNib[]; statuses: IzinStatus[]; licences: IzinFinal[] }

export type OssSimulatorOptions = {
  /** What the region must show us. */
  userKey: string
  /** Where the region wants to be told of new numbers, and the key that it asks of us. */
  webhook: { url: string; key: string }
  /** File that outlives the process. */
  path?: string
  /** Region code in ten digits. */
  region: string
}

/** The other side of `OssClient`, with the same wire format. A NIB is made here by a person only, as in OSS itself. */
export class OssSimulator {
  readonly options: OssSimulatorOptions
  readonly faults: Faults = noFaults()
  /** What the region said to each status it was told, oldest first; gone with the process. */
  readonly told: (ToldStatus & { answer: string })[] = []
  private readonly shelf

  constructor(options: OssSimulatorOptions) {
    this.options = options
    this.shelf = openShelf<Content>({ nibs: [], statuses: [], licences: [] }, options.path)
  }

  get content(): Readonly<Content> {
    return this.shelf.content
  }

  /** What an officer does in OSS: files for a person, and OSS gives a number at once. Nobody has been told yet. */
  issue({ nik, name, kbli, on }: { nik: string; name: string; kbli: string[]; on: Date }): IssuedNib {
    const id = `${on.toISOString().replaceAll(/\D/g, '').slice(0, 14)}${randomInt(1000, 10_000)}`
    const issued: IssuedNib = {
      nik,
      name,
      pushes: [],
      nib: {
        nib: String(randomInt(1_000_000, 10_000_000)).padStart(13, '912'),
        tgl_terbit_nib: on.toISOString().slice(0, 10),
        oss_id: `P02-${id}`,
        id_izin: `I-${id}`,
        kd_daerah: this.options.region,
        flag_umk: 'Y',
        skala_usaha: '01',
        penanggung_jwb: [{ no_identitas_penanggung_jwb: nik }],
        data_proyek: kbli.map((code, index) => ({
          id_proyek: `R-${id}${index}`,
          kbli: code,
          skala_resiko: 'R',
          no_identitas_pj: nik,
        })),
        data_checklist: [],
      },
    }
    this.shelf.content.nibs.push(issued)
    this.shelf.save()
    return issued
  }

  /** Tells the region, as OSS does; the same again when nothing was heard. Answers what the region said. */
  async push(issued: IssuedNib, key = this.options.webhook.key): Promise<{ status: number; reply: ReceiveNibReply }> {
    const body = { dataNIB: { ...issued.nib, nama_perseroan: issued.name } }
    const response = await this.post(this.options.webhook.url, key, body)
    const reply = (await response.json()) as ReceiveNibReply
    issued.pushes.push(`${response.status} ${reply.responreceiveNIB?.keterangan ?? ''}`)
    this.shelf.save()
    return { status: response.status, reply }
  }

  /** Tells the region how it stands with a business, beside where it is told of numbers. */
  async tellStatus(
    told: ToldStatus,
    key = this.options.webhook.key,
  ): Promise<{ status: number; reply: ReceiveStatusReply }> {
    const { nik, kbli, status, at } = told
    const IZINSTATUS = {
      kd_daerah: this.options.region,
      kd_status: status,
      tgl_status: at,
      data_proyek: [{ id_proyek: `R-${kbli}`, kbli, no_identitas_pj: nik }],
    }
    const url = new URL('receiveLicenseStatus', this.options.webhook.url)
    const response = await this.post(url.href, key, { IZINSTATUS })
    const reply = (await response.json()) as ReceiveStatusReply
    this.told.push({ ...told, answer: `${response.status} ${reply.responreceiveLicenseStatus?.keterangan ?? ''}` })
    return { status: response.status, reply }
  }

  private post(url: string, user_key: string, body: object): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', user_key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
  }

  find({ nib, npwp }: { nib?: unknown; npwp?: unknown }): IssuedNib | undefined {
    return this.shelf.content.nibs.findLast((each) => each.nib.nib === nib || each.nik === npwp)
  }

  keepStatus(status: IzinStatus): void {
    this.shelf.content.statuses.push(status)
    this.shelf.save()
  }

  keepLicence(licence: IzinFinal): void {
    this.shelf.content.licences.push(licence)
    this.shelf.save()
  }
}
