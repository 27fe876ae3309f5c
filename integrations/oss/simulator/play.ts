import express, { type Express } from 'express'
import { escaped, playPage } from '../../outside/simulator/page.ts'
import { playStatus, statusSection } from './play-status.ts'
import type { IssuedNib, OssSimulator } from './simulator.ts'

/** Files in OSS for a person, and pushes the number to the region; says in plain words what came of it. */
export function playOss(app: Express, oss: OssSimulator): void {
  const form = express.urlencoded({ extended: false })
  app.get('/', (request, response) => {
    response.send(page(oss, typeof request.query.salah === 'string'))
  })
  app.post('/terbitkan', form, async (request, response) => {
    const { nik = '', nama = '', kbli = '' } = (request.body ?? {}) as Record<string, string | undefined>
    const codes = kbli.split(/[\s,;]+/).filter((code) => /^\d{5}$/.test(code))
    if (!/^\d{16}$/.test(nik) || nama.trim() === '' || codes.length === 0) return response.redirect(303, '/?salah')
    await push(oss, oss.issue({ nik, name: nama.trim(), kbli: codes, on: new Date() }))
    response.redirect(303, '/')
  })
  app.post('/kirim-ulang', form, async (request, response) => {
    const issued = oss.find({ nib: request.body?.nib })
    if (issued) await push(oss, issued)
    response.redirect(303, '/')
  })
  playStatus(app, oss)
}

/** A region that is away is told again by the button. */
async function push(oss: OssSimulator, issued: IssuedNib): Promise<void> {
  await oss.push(issued).catch((error: unknown) => {
    issued.pushes.push(`tidak terjawab (${error instanceof Error ? error.name : 'galat'})`)
  })
}

function page(oss: OssSimulator, wrong: boolean): string {
  const items = oss.content.nibs.toReversed().map(
    ({ nib, name, pushes }) => `<li><strong>${escaped(nib.nib)}</strong> ${escaped(name)}
<br><span class="quiet">KBLI ${escaped(nib.data_proyek.map(({ kbli }) => kbli).join(', '))} · terbit ${escaped(nib.tgl_terbit_nib)}
· jawaban kabupaten: ${escaped(pushes.join('; ') || 'belum dikirim')}</span>
<form method="post" action="/kirim-ulang"><input type="hidden" name="nib" value="${escaped(nib.nib)}">
<button>Kirim ulang ke kabupaten</button></form></li>`,
  )
  return playPage(
    'OSS (tiruan)',
    oss.faults,
    `${wrong ? '<p role="alert"><strong>Isi NIK 16 angka, nama, dan paling sedikit satu KBLI 5 angka.</strong></p>' : ''}
<h2>Terbitkan NIB</h2>
<form method="post" action="/terbitkan">
<label>NIK pelaku usaha<input type="text" name="nik" inputmode="numeric" autocomplete="off" required></label>
<label>Nama<input type="text" name="nama" autocomplete="off" required></label>
<label>KBLI, boleh beberapa<input type="text" name="kbli" inputmode="numeric" autocomplete="off" required></label>
<button>Terbitkan NIB</button></form>
<h2>NIB yang sudah terbit</h2>${items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>Belum ada.</p>'}
${statusSection(oss)}
<h2>Status izin dari kabupaten</h2>${
      oss.content.statuses.length > 0
        ? `<ul>${oss.content.statuses
            .toReversed()
            .map(
              ({ id_izin, kd_status, tgl_status }) =>
                `<li>${escaped(id_izin)}: ${escaped(kd_status)}, ${escaped(tgl_status)}</li>`,
            )
            .join('')}</ul>`
        : '<p>Belum ada.</p>'
    }`,
  )
}
