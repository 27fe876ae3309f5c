import express, { type Express } from 'express'
import { rupiah } from '../../../domain/payment/rupiah.ts'
import { escaped, playPage } from '../../outside/simulator/page.ts'
import type { Filed, SimbgSimulator } from './simulator.ts'

/** Lets a person of the demonstration answer for SIMBG. */
export function playSimbg(app: Express, simbg: SimbgSimulator): void {
  app.get('/', (_request, response) => {
    const items = simbg.filed.toReversed().map(item)
    const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>Belum ada permohonan.</p>'
    response.send(playPage('SIMBG (tiruan)', simbg.faults, `<h2>Permohonan PBG</h2>${list}`))
  })
  app.post('/jawab', express.urlencoded({ extended: false }), async (request, response) => {
    const { kunci = '', putusan, alasan = '' } = (request.body ?? {}) as Record<string, string | undefined>
    const filed = simbg.find(kunci)
    if (filed?.keadaan.status === 'diproses') {
      if (putusan === 'tolak') simbg.refuse(filed, alasan.trim() || 'Tidak memenuhi syarat.')
      else simbg.issue(filed, new Date())
      // Nobody needs to hear it at once: Lontar asks by itself before long.
      await simbg.tell(filed).catch(() => 0)
    }
    response.redirect(303, '/')
  })
}

function item({ permohonan, keadaan, levy }: Filed): string {
  const { nomor_registrasi, status, nomor_pbg, alasan } = keadaan
  const said = status === 'terbit' ? `terbit ${nomor_pbg}` : status === 'ditolak' ? `ditolak: ${alasan}` : 'diproses'
  return `<li><strong>${escaped(nomor_registrasi)}</strong> ${escaped(permohonan.nomor_permohonan)}, ${escaped(permohonan.pemohon.nama)}
<br><span class="quiet">${escaped(said)} · retribusi ${rupiah(levy)} · ${permohonan.berkas.length} berkas</span>
${status === 'diproses' ? answerForm(permohonan.kunci) : ''}</li>`
}

function answerForm(kunci: string): string {
  return `<form method="post" action="/jawab" class="row"><input type="hidden" name="kunci" value="${escaped(kunci)}">
<button name="putusan" value="terbit">Terbitkan PBG</button>
<label>Alasan bila ditolak<input type="text" name="alasan" autocomplete="off"></label>
<button name="putusan" value="tolak">Tolak</button></form>`
}
