import { DataNib } from '../../contracts/oss.ts'
import { type Filing, OutsideError, type OutsideSystem, type Standing } from '../outside/outside-system.ts'
import type { OssClient } from './client.ts'
import { businessesOf, businessKey } from './match.ts'

/**
 * A NIB by assisted filing: an officer files in OSS on the citizen's behalf, so nothing is sent from here. OSS tells of
 * the number by `receiveNIB`; where that was lost, it is asked for by the holder's number.
 */
export class Oss implements OutsideSystem {
  private readonly client: OssClient
  constructor(client: OssClient) {
    this.client = client
  }

  matches(filing: Filing): string[] {
    return [ownBusiness(filing)]
  }

  async submit({ key }: Filing): Promise<{ reference: string }> {
    return { reference: key }
  }

  async standing(filing: Filing, _reference: string, news: unknown): Promise<Standing> {
    const heard = news === null ? null : DataNib.parse(news)
    const nib = heard ?? (await this.client.findNib({ npwp: filing.applicant.nik }))
    if (!nib || !businessesOf(nib).includes(ownBusiness(filing))) return { outcome: 'pending' }
    const file = nib.id_izin ? await this.client.findFile(nib.id_izin) : null
    return { outcome: 'done', number: nib.nib, issuedOn: nib.tgl_terbit_nib, file }
  }
}

function ownBusiness({ applicant, answers }: Filing): string {
  const { kbli } = answers
  if (typeof kbli !== 'string') throw new OutsideError('refused')
  return businessKey(applicant.nik, kbli)
}
