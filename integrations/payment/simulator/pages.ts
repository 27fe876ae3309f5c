import type { Entry, GatewayBook } from './book.ts'

const rupiah = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 })
const time = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Jakarta' })

export const stylesheet = `
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; --quiet: #5c6670; --line: #d8dde2; --act: #0b5cad }
@media (prefers-color-scheme: dark) { :root { --quiet: #a2adb8; --line: #39424b; --act: #7db8f2 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 40rem; padding: 1rem }
h1 { font-size: 1.35rem; margin: .5rem 0 }
ul { list-style: none; margin: 0; padding: 0 }
li { border-bottom: 1px solid var(--line); padding: .9rem 0 }
strong { display: block; font-size: 1.15rem; overflow-wrap: anywhere }
.quiet { color: var(--quiet); overflow-wrap: anywhere }
form { display: flex; flex-wrap: wrap; gap: .6rem; margin: .6rem 0 }
label { flex: 1 1 100% }
input { border: 1px solid var(--quiet); border-radius: .4rem; flex: 1 1 14rem; font: inherit; min-height: 3rem; padding: 0 .7rem }
button { background: var(--act); border: 0; border-radius: .4rem; color: Canvas; cursor: pointer; font: inherit; font-weight: 600; min-height: 3rem; padding: 0 1.2rem }
button.second { background: none; border: 1px solid var(--quiet); color: inherit }
a { color: var(--act) }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
[role=status] { border-left: 4px solid var(--act); margin: 1rem 0; padding: .4rem .8rem }
`

/** Where a demo person pays: by the account's number, or from the list of what is open. */
export function listPage(book: GatewayBook, told = ''): string {
  const items = book.entries.slice(0, 100).map((entry) => item(entry, book.isExpired(entry)))
  return page(
    'Bank percobaan',
    `<h1>Bank percobaan</h1><p class="quiet">Tidak ada uang sungguhan. Halaman ini menggantikan bank dan dompet digital.</p>
${told ? `<p role="status">${escaped(told)}</p>` : ''}
<form method="post" action="/rekening"><label for="nomor">Nomor virtual account</label>
<input id="nomor" name="number" inputmode="numeric" autocomplete="off" required><button>Cari tagihan</button></form>
${items.length > 0 ? `<ul>${items.join('\n')}</ul>` : '<p>Belum ada tagihan.</p>'}`,
  )
}

export function payPage(entry: Entry, isExpired: boolean, told = ''): string {
  return page(
    `Bayar ${entry.order}`,
    `<p><a href="/">← Semua tagihan</a></p><h1>Bayar tagihan</h1>
${told ? `<p role="status">${escaped(told)}</p>` : ''}<ul>${item(entry, isExpired)}</ul>`,
  )
}

export function missingPage(): string {
  return page('Tidak ditemukan', '<h1>Tagihan tidak ditemukan</h1><p><a href="/">← Semua tagihan</a></p>')
}

function item(entry: Entry, isExpired: boolean): string {
  const way = entry.bank ? `Virtual account ${entry.bank.toUpperCase()} ${entry.number}` : 'QRIS'
  const isOpen = entry.status === 'pending' && !isExpired
  const action = `/bayar/${encodeURIComponent(entry.order)}`
  return `<li><strong>${rupiah.format(entry.amount)}</strong>
<span class="quiet">${escaped(way)}<br>${escaped(entry.order)} · ${standing(entry, isExpired)} · sampai ${time.format(entry.expiresAt)}</span>
<form method="post" action="${action}">${
    isOpen
      ? '<button>Bayar</button>'
      : `<input type="hidden" name="anyway" value="yes"><button class="second">${
          entry.status === 'settlement' ? 'Bayar sekali lagi' : 'Bayar walau terlambat'
        }</button>`
  }</form></li>`
}

function standing({ status, refunds, amount }: Entry, isExpired: boolean): string {
  const back = refunds.reduce((sum, refund) => sum + refund.amount, 0)
  if (isExpired) return 'kedaluwarsa'
  if (status === 'pending') return 'belum dibayar'
  if (status === 'cancel') return 'dibatalkan'
  if (back === 0) return 'sudah dibayar'
  return back === amount ? 'dikembalikan' : `dikembalikan ${rupiah.format(back)}`
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"></head>
<body><main>${body}</main></body></html>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
