import { Html, html } from './html.ts'

export type Fact = { name: string; value: string }
/** `file` is a path in the archive. */
export type Paper = { name: string; note: string; file: string | null }

/** What the readable page of a case file tells; instants as people write them. */
export type IndexPage = {
  regency: string
  office: string
  number: string
  service: string
  madeAt: string
  madeBy: string
  purpose: string
  head: { seq: number; hash: string }
  sample: boolean
  sealed: boolean
  facts: Fact[]
  applicant: Fact[]
  answers: { title: string; facts: Fact[] }[]
  clocks: { name: string; budget: string; span: string; pauses: string[] }[]
  timeline: { seq: number; at: string; who: string; text: string; note: string | null; hash: string }[]
  documents: Paper[]
  attachments: Paper[]
  messages: { at: string; to: string; subject: string; text: string; standing: string }[]
  looks: { at: string; who: string; what: string; purpose: string | null }[]
}

/** The case as one page to be read and printed, in Indonesian: for whoever has never seen Lontar. */
export function renderIndexPage(page: IndexPage): Buffer {
  return Buffer.from(`<!doctype html>\n${document(page).text}\n`)
}

function document(page: IndexPage): Html {
  return html`<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Berkas perkara ${page.number}</title><style>${style}</style></head><body>
<header><p>${page.regency} · ${page.office}</p><h1>Berkas perkara ${page.number}</h1><p>${page.service}</p>
<p class="made">Dibuat ${page.madeAt} oleh ${page.madeBy}. Keperluan: ${page.purpose}.</p>
${page.sample && html`<p class="warn">CONTOH. ${page.sealed ? 'Segel dan tanda tangannya' : 'Tanda tangannya'} dari otoritas peragaan; tidak mengikat secara hukum.</p>`}
${!page.sealed && html`<p class="warn">TIDAK BERSEGEL. Penyedia tanda tangan kantor ini hanya menyegel PDF. Isi arsip ini dapat dicocokkan satu sama lain; bahwa asalnya dari kantor ini tidak terbukti.</p>`}</header>
${section('Perkara', facts(page.facts))}
${section('Pemohon', facts(page.applicant))}
${page.answers.map(({ title, facts: answers }) => section(`Isian: ${title}`, facts(answers)))}
${section('Jangka waktu', clocks(page))}
${section('Riwayat', timeline(page))}
${section('Surat dan dokumen', papers(page.documents, 'Belum ada surat.'))}
${section('Lampiran', papers(page.attachments, 'Tidak ada lampiran.'))}
${section('Pemberitahuan yang dikirim', messages(page))}
${section('Siapa melihat apa', looks(page))}
${section('Memeriksa keaslian', checking(page))}
</body></html>`
}

const section = (title: string, content: Html) => html`<section><h2>${title}</h2>${content}</section>`

function facts(all: Fact[]): Html {
  return html`<dl>${all.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

function table(heads: string[], rows: Html[], empty: string): Html {
  if (rows.length === 0) return html`<p>${empty}</p>`
  return html`<table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
}

function clocks({ clocks: all }: IndexPage): Html {
  const rows = all.map(
    ({ name, budget, span, pauses }) =>
      html`<tr><td>${name}</td><td>${budget}</td><td>${span}</td><td>${pauses.map((pause) => html`<p>${pause}</p>`)}</td></tr>`,
  )
  return table(['Jangka waktu', 'Lamanya', 'Berjalan', 'Jeda'], rows, 'Tidak ada jangka waktu.')
}

function timeline({ timeline: lines }: IndexPage): Html {
  const rows = lines.map(
    ({ seq, at, who, text, note, hash }) =>
      html`<tr><td>${seq}</td><td>${at}</td><td>${who}</td><td>${text}${note && html`<blockquote>${note}</blockquote>`}</td><td class="hash">${hash.slice(0, 12)}</td></tr>`,
  )
  return table(['No.', 'Waktu', 'Oleh', 'Peristiwa', 'Sidik'], rows, 'Belum ada riwayat.')
}

function papers(all: Paper[], empty: string): Html {
  const rows = all.map(
    ({ name, note, file }) =>
      html`<tr><td>${file ? html`<a href="${file}">${name}</a>` : name}</td><td>${note}</td></tr>`,
  )
  return table(['Berkas', 'Keterangan'], rows, empty)
}

function messages({ messages: all }: IndexPage): Html {
  const rows = all.map(
    ({ at, to, subject, text, standing }) =>
      html`<tr><td>${at}</td><td>${to}</td><td><strong>${subject}</strong><p>${text}</p></td><td>${standing}</td></tr>`,
  )
  return table(['Waktu', 'Kepada', 'Isi', 'Keadaan'], rows, 'Belum ada pemberitahuan.')
}

function looks({ looks: all }: IndexPage): Html {
  const rows = all.map(
    ({ at, who, what, purpose }) =>
      html`<tr><td>${at}</td><td>${who}</td><td>${what}</td><td>${purpose ?? '–'}</td></tr>`,
  )
  return table(['Waktu', 'Siapa', 'Melihat', 'Keperluan'], rows, 'Tidak ada yang dicatat.')
}

function checking({ head, sealed }: IndexPage): Html {
  const list = sealed
    ? html`Daftar itu disegel dalam <code>manifest.json.p7s</code>.`
    : html`Daftar itu tidak bersegel: siapa pun dapat membuat arsip seperti ini. Yang membuktikan dirinya sendiri hanyalah tanda tangan
elektronik di dalam tiap surat, yang diperiksa dengan pembaca PDF.`
  return html`<p>Setiap baris riwayat memuat sidik isi (SHA-256) dari baris itu dan baris sebelumnya; baris terakhir, nomor
${head.seq}, bersidik <span class="hash">${head.hash}</span>. Siapa yang menghitung ulang seluruh rantai tidak ketahuan dari arsip ini
saja: cocokkan sidik sebuah baris dengan arsip perkara ini yang diserahkan lebih dahulu.</p>
<p>Daftar semua berkas dengan sidiknya ada di <code>manifest.json</code>. ${list}</p>
<p>Periksa tanpa aplikasi ini, pada komputer dengan Node 20 atau yang lebih baru${sealed && ', dengan sertifikat otoritas yang Anda dapat dari sumber lain'}:
<code>node pemeriksa/verify.mjs berkas-perkara.zip${sealed && ' --root otoritas.pem'}</code></p>`
}

const style = new Html(`
body { font: 11pt/1.45 system-ui, sans-serif; color: #1b1b1b; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.7rem; margin: 0 } h2 { font-size: 1.15rem; border-bottom: 1px solid #999; padding-bottom: .2rem; margin-top: 2rem }
header p { margin: .2rem 0 } .made { color: #444 } .warn { border: 2px solid #8a4b00; padding: .4rem .6rem; font-weight: 600 }
dl { display: grid; grid-template-columns: minmax(8rem, 15rem) 1fr; gap: .2rem 1rem; margin: 0 } dt { color: #444 }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line }
table { border-collapse: collapse; width: 100%; font-size: .93em } td, th { text-align: left; vertical-align: top; padding: .3rem .5rem;
border-bottom: 1px solid #ddd; overflow-wrap: anywhere } td p { margin: 0; white-space: pre-line }
blockquote { margin: .2rem 0 0; padding-left: .6rem; border-left: 3px solid #bbb; white-space: pre-line }
.hash, code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt } tr, dl { break-inside: avoid } h2 { break-after: avoid } a { color: inherit } }
@page { size: A4; margin: 18mm 15mm }`)
