import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailStore, openMailStore } from '../../infra/mail-sink/mail-store.ts'
import { listenForMail } from '../../infra/mail-sink/smtp.ts'
import { listenForReaders } from '../../infra/mail-sink/web.ts'
import { freePort } from '../../infra/servers/ports.ts'

let folder: string
let store: MailStore
let site: string
let smtp: string
let closers: Array<() => Promise<void>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lontar-mail-'))
  store = openMailStore(folder)
  const [mailPort, webPort] = [await freePort(), await freePort()]
  smtp = `smtp://127.0.0.1:${mailPort}`
  site = `http://127.0.0.1:${webPort}`
  closers = [await listenForMail(mailPort, store), await listenForReaders(webPort, store)]
})

afterAll(async () => {
  for (const close of closers) await close()
  await rm(folder, { recursive: true, force: true })
})

async function send(subject: string, text: string): Promise<void> {
  await createTransport(smtp).sendMail({
    from: 'Lontar <no-reply@localhost>',
    to: 'Siti Aminah <siti@example.id>',
    messageId: '<message-1@localhost>',
    subject,
    text,
    attachments: [{ filename: 'surat izin.pdf', content: Buffer.from('%PDF-1.7 isi') }],
  })
}

test('a message sent over SMTP is listed, readable and whole', async () => {
  await send('Permohonan diterima', 'Lacak di http://127.0.0.1:3000/lacak?a=1&b=2 kapan saja.\nTerima kasih — Lontar')
  const [listed] = await store.list(10)
  expect(listed).toMatchObject({
    to: 'Siti Aminah <siti@example.id>',
    subject: 'Permohonan diterima',
    messageId: '<message-1@localhost>',
  })
  const page = await (await fetch(`${site}/pesan/${listed?.id}`)).text()
  expect(page).toContain('<a href="http://127.0.0.1:3000/lacak?a=1&amp;b=2" rel="noreferrer">')
  expect(page).toContain('Terima kasih — Lontar')
  const attachment = await fetch(`${site}/pesan/${listed?.id}/lampiran/0`)
  expect(await attachment.text()).toBe('%PDF-1.7 isi')
  expect(attachment.headers.get('content-disposition')).toContain('attachment')
  expect(await (await fetch(`${site}/api/messages`)).json()).toMatchObject([{ id: listed?.id }])
})

test('what a message says never becomes markup, and the page could not run a script anyway', async () => {
  await send('<script>alert(1)</script>', '<img src=x onerror=alert(1)> http://x.id/"onmouseover="alert(1)')
  const list = await fetch(`${site}/`)
  expect(list.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await list.text()).toContain('&lt;script&gt;')
  const [newest] = await store.list(1)
  const page = await (await fetch(`${site}/pesan/${newest?.id}`)).text()
  expect(page).not.toMatch(/<script|<img|"onmouseover/)
})

test.each(['/pesan/1', '/pesan/..%2f..%2fpackage', '/pesan/1700000000000-000000000000'])(
  '%s is not found',
  async (path) => {
    expect((await fetch(site + path)).status).toBe(404)
  },
)
