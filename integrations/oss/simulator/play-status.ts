import express, { type Express } from 'express'
import { isOssStatus, ossStatuses } from '../../../domain/outside/oss-status.ts'
import { escaped } from '../../outside/simulator/page.ts'
import type { OssSimulator } from './simulator.ts'

const clockCodes = ['41', '42', '43', '44'] as const
/** The region of the demonstration keeps western time. */
const wibMs = 7 * 3_600_000

/** Stops OSS's clock for a business that waits, or lets it run again, and tells the region. */
export function playStatus(app: Express, oss: OssSimulator): void {
  app.post('/status', express.urlencoded({ extended: false }), async (request, response) => {
    const { nik = '', kbli = '', status = '' } = (request.body ?? {}) as Record<string, string | undefined>
    if (!/^\d{16}$/.test(nik) || !/^\d{5}$/.test(kbli) || !isOssStatus(status)) return response.redirect(303, '/?salah')
    const at = new Date(Date.now() + wibMs).toISOString().slice(0, 19).replace('T', ' ')
    const told = { nik, kbli, status, at }
    await oss.tellStatus(told).catch((error: unknown) => {
      oss.told.push({ ...told, answer: `tidak terjawab (${error instanceof Error ? error.name : 'galat'})` })
    })
    response.redirect(303, '/')
  })
}

export function statusSection(oss: OssSimulator): string {
  const choices = clockCodes.map(
    (code) => `<option value="${code}">${code} ${escaped(ossStatuses[code].name.id)}</option>`,
  )
  const told = oss.told.toReversed().map(
    ({ nik, kbli, status, at, answer }) =>
      `<li>${escaped(status)} untuk ${escaped(nik)}, KBLI ${escaped(kbli)}, ${escaped(at)}
<br><span class="quiet">jawaban kabupaten: ${escaped(answer)}</span></li>`,
  )
  return `<h2>Waktu OSS</h2>
<form method="post" action="/status">
<label>NIK pelaku usaha<input type="text" name="nik" inputmode="numeric" autocomplete="off" required></label>
<label>KBLI<input type="text" name="kbli" inputmode="numeric" autocomplete="off" required></label>
<label>Status <select name="status">${choices.join('')}</select></label>
<button>Beri tahu kabupaten</button></form>${told.length > 0 ? `<ul>${told.join('')}</ul>` : ''}`
}
