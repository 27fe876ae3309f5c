import { type Filing, OutsideError, type OutsideSystem, type Standing } from '../outside/outside-system.ts'
import type { SimbgClient } from './client.ts'
import type { Permohonan } from './messages.ts'

/** PBG through SIMBG: the case is filed there with its documents, and SIMBG's number and document come back. */
export class Simbg implements OutsideSystem {
  private readonly client: SimbgClient
  constructor(client: SimbgClient) {
    this.client = client
  }

  matches({ key }: Filing): string[] {
    return [key]
  }

  /** An earlier try whose answer never came may have got through: it is looked up before anything is filed. */
  async submit(filing: Filing): Promise<{ reference: string }> {
    const known = await this.client.standing(filing.key)
    const { nomor_registrasi: reference } = known ?? (await this.file(filing))
    if (filing.paid > 0) await this.client.putLevy(filing.key, filing.paid)
    return { reference }
  }

  async standing({ key }: Filing): Promise<Standing> {
    const now = await this.client.standing(key)
    if (!now) throw new OutsideError('lost')
    switch (now.status) {
      case 'diproses':
        return { outcome: 'pending' }
      case 'ditolak':
        return { outcome: 'refused', reason: now.alasan ?? '' }
      case 'terbit': {
        if (!now.nomor_pbg || !now.tanggal_terbit) throw new OutsideError('broken')
        const file = await this.client.document(key)
        return { outcome: 'done', number: now.nomor_pbg, issuedOn: now.tanggal_terbit, file }
      }
    }
  }

  private async file(filing: Filing) {
    for (const { sha256, type, bytes } of filing.documents) await this.client.putFile(sha256, type, await bytes())
    return this.client.submit(permohonanOf(filing))
  }
}

function permohonanOf({ key, operation, number, applicant, answers, documents }: Filing): Permohonan {
  if (operation !== 'terbit-pbg') throw new OutsideError('refused')
  const { name: nama, nik, phone: telepon, email: surel } = applicant
  return {
    kunci: key,
    jenis: operation,
    nomor_permohonan: number,
    pemohon: { nama, nik, ...(telepon ? { telepon } : {}), ...(surel ? { surel } : {}) },
    data_teknis: answers,
    berkas: documents.map(({ code: kode, name: nama, type: jenis, sha256 }) => ({ kode, nama, jenis, sha256 })),
  }
}
