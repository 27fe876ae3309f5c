import { randomBytes } from 'node:crypto'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Address, type Email } from 'postal-mime'

export interface MailSummary {
  id: string
  receivedAt: Date
  from: string
  to: string
  subject: string
  messageId: string | undefined
}

export interface Mail extends MailSummary {
  text: string
  attachments: Array<{ name: string; type: string; content: Buffer }>
}

/** Messages as files `<time>-<random>.eml`, as they came over SMTP. */
export interface MailStore {
  add(raw: Buffer): Promise<string>
  /** Newest first. */
  list(limit: number): Promise<MailSummary[]>
  /** undefined when there is no such message. */
  read(id: string): Promise<Mail | undefined>
}

const fileName = /^(\d{13})-[0-9a-f]{12}$/

export function openMailStore(folder: string): MailStore {
  const known = new Map<string, MailSummary>()

  async function parse(id: string): Promise<Email> {
    return PostalMime.parse(await readFile(join(folder, `${id}.eml`)))
  }

  async function summaryOf(id: string): Promise<MailSummary> {
    const summary = known.get(id) ?? summarise(id, await parse(id))
    known.set(id, summary)
    return summary
  }

  return {
    async add(raw) {
      const id = `${Date.now()}-${randomBytes(6).toString('hex')}`
      await writeFile(join(folder, `${id}.part`), raw, { mode: 0o600 })
      await rename(join(folder, `${id}.part`), join(folder, `${id}.eml`))
      return id
    },
    async list(limit) {
      const names = await readdir(folder)
      const ids = names
        .flatMap((name) => (name.endsWith('.eml') ? name.slice(0, -4) : []))
        .filter((id) => fileName.test(id))
      return Promise.all(ids.sort().reverse().slice(0, limit).map(summaryOf))
    },
    async read(id) {
      if (!fileName.test(id)) return undefined
      const email = await parse(id).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      return email && { ...summarise(id, email), text: textOf(email), attachments: attachmentsOf(email) }
    },
  }
}

function summarise(id: string, email: Email): MailSummary {
  return {
    id,
    receivedAt: new Date(Number(fileName.exec(id)?.[1] ?? 0)),
    from: email.from ? addressOf(email.from) : '',
    to: (email.to ?? []).map(addressOf).join(', '),
    subject: email.subject ?? '',
    messageId: email.messageId,
  }
}

function addressOf({ name, address }: Address): string {
  return name && address ? `${name} <${address}>` : (address ?? name)
}

function textOf({ text, html }: Email): string {
  return (text ?? html?.replaceAll(/<[^>]*>/g, ' ') ?? '').trim()
}

function attachmentsOf({ attachments }: Email): Mail['attachments'] {
  return attachments.map(({ filename, mimeType, content, encoding }, index) => ({
    name: filename ?? `lampiran-${index + 1}`,
    type: mimeType,
    content:
      typeof content === 'string' ? Buffer.from(content, encoding) : Buffer.from(content as Uint8Array<ArrayBuffer>),
  }))
}
