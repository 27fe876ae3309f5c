import type { Mail, MailSummary } from './mail-store.ts'

const time = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeStyle: 'short' })

export const stylesheet = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --quiet: #5c6670; --line: #d8dde2; --link: #0b5cad }
@media (prefers-color-scheme: dark) { :root { --quiet: #a2adb8; --line: #39424b; --link: #7db8f2 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 46rem; padding: 1rem }
h1 { font-size: 1.25rem; margin: .5rem 0 1rem; overflow-wrap: anywhere }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
ul { list-style: none; margin: 0; padding: 0 }
li a { border-bottom: 1px solid var(--line); color: inherit; display: block; padding: .75rem 0; text-decoration: none }
li strong { display: block; overflow-wrap: anywhere }
.quiet { color: var(--quiet); font-size: .9rem; overflow-wrap: anywhere }
pre { border-top: 1px solid var(--line); font: inherit; overflow-wrap: anywhere; padding-top: 1rem; white-space: pre-wrap }
`

export function listPage(mails: MailSummary[]): string {
  const items = mails.map(
    (mail) => `<li><a href="/pesan/${mail.id}"><strong>${escaped(mail.subject || '(tanpa perihal)')}</strong>
<span class="quiet">Kepada ${escaped(mail.to)} · ${when(mail)}</span></a></li>`,
  )
  const list = items.length > 0 ? `<ul>${items.join('\n')}</ul>` : '<p>Belum ada pesan keluar.</p>'
  return page('Surat keluar', `<h1>Surat keluar</h1><p class="quiet">Tidak ada yang benar-benar dikirim.</p>${list}`)
}

export function mailPage(mail: Mail): string {
  const attachments = mail.attachments.map(
    ({ name }, index) => `<p><a href="/pesan/${mail.id}/lampiran/${index}">${escaped(name)}</a></p>`,
  )
  return page(
    mail.subject,
    `<p><a href="/">← Semua pesan</a></p><h1>${escaped(mail.subject || '(tanpa perihal)')}</h1>
<p class="quiet">Dari ${escaped(mail.from)}<br>Kepada ${escaped(mail.to)}<br>${when(mail)}</p>
<pre>${linked(mail.text)}</pre>${attachments.join('')}`,
  )
}

export function missingPage(): string {
  return page('Tidak ditemukan', '<h1>Pesan tidak ditemukan</h1><p><a href="/">← Semua pesan</a></p>')
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"></head>
<body><main>${body}</main></body></html>`
}

function when({ receivedAt }: MailSummary): string {
  return `<time datetime="${receivedAt.toISOString()}">${time.format(receivedAt)}</time>`
}

/** Addresses in the text become links; the rest stays text. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escaped(part)}" rel="noreferrer">${escaped(part)}</a>` : escaped(part),
    )
    .join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
