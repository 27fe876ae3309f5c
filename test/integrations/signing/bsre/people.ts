import type { SimulatedPerson } from '../../../../integrations/signing/bsre/simulator/office.ts'
import type { KeyRecord, KeyStore } from '../../../../integrations/signing/local-ca/key-store.ts'

export const passphrase = 'Kata-Sandi-Kadis'

/** One of each standing; none of them is a real person. */
export const people = {
  head: { nik: '3510010101700001', name: 'Petugas kadis', passphrase, code: '246810' },
  late: { nik: '3510010101700002', name: 'Petugas lama', passphrase, standing: 'EXPIRED' },
  gone: { nik: '3510010101700003', name: 'Petugas pindah', passphrase, standing: 'REVOKE' },
  bare: { nik: '3510010101700004', name: 'Petugas baru', passphrase, standing: 'NONE' },
} as const satisfies Record<string, SimulatedPerson>

export const stranger = '3510010101700009'

export const account = { username: 'lontar', password: 'sandi-klien' }
export const seal = { subscriber: 'dinas-contoh', activationCode: '111111', name: 'Dinas Contoh' }

/** Keys of the simulator's own authority, gone with the test. */
export function keysInMemory(): KeyStore {
  const kept = new Map<string, KeyRecord>()
  return {
    load: async (id) => kept.get(id),
    async save(id, record) {
      const first = kept.get(id) ?? record
      kept.set(id, first)
      return first
    },
    replace: async (id, record) => void kept.set(id, record),
  }
}
