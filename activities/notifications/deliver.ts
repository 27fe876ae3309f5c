import { createTransport, type Transporter } from 'nodemailer'
import { Message, type MessageRecord } from '../../models/case/message.ts'
import { acrossRegencies, inRegency } from '../../models/tenancy.ts'

/** A sender that died holding a message lets go of it after so long. */
const leaseMs = 60_000
const longestWaitMs = 3_600_000
/** About two days of trying, with the waits below. */
const mostAttempts = 60

export type Mail = { transport: Transporter; from: string; domain: string }

export function openMail(smtpUrl: string, from: string, publicUrl: string): Mail {
  return {
    transport: createTransport({ url: smtpUrl, pool: true, maxConnections: 4 }),
    from,
    domain: new URL(publicUrl).hostname,
  }
}

/**
 * Sends the next e-mail that is due; false when none is, or when the mail server does not answer: then there is no hurry.
 * At least once, always under the same Message-ID (design rule 5).
 */
export async function deliverNext(mail: Mail, now = new Date()): Promise<boolean> {
  const message = await acrossRegencies('send what is due', () =>
    Message.findOneAndUpdate(
      { status: 'queued', nextAttemptAt: { $lte: now } },
      { $inc: { attempts: 1 }, $set: { nextAttemptAt: new Date(now.getTime() + leaseMs) } },
      { sort: { nextAttemptAt: 1 }, returnDocument: 'after', lean: true },
    ),
  )
  if (!message) return false
  return inRegency(message.regency, () => send(mail, message))
}

/** @returns whether the mail server answered */
async function send(mail: Mail, message: MessageRecord & { _id: unknown }): Promise<boolean> {
  const { _id } = message
  // What waits in the app for the end of quiet hours needs no mail server.
  if (message.way === 'in-app') return markSent(_id)
  try {
    await mail.transport.sendMail({
      from: mail.from,
      to: message.to,
      subject: message.subject,
      text: message.text,
      messageId: `<${message.application}${registerOf(message)}.${message.seq}@${mail.domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'id' },
    })
  } catch (error) {
    await Message.updateOne({ _id }, { $set: afterFailure(message.attempts, error) })
    return replyCode(error) !== null
  }
  return markSent(_id)
}

async function markSent(_id: unknown): Promise<true> {
  await Message.updateOne(
    { _id },
    { $set: { status: 'sent', sentAt: new Date(), lastError: null, nextAttemptAt: null } },
  )
  return true
}

/** A licence counts its messages for itself. */
const registerOf = ({ entry }: MessageRecord) => (entry ? `.${entry.slice(entry.indexOf(':') + 1)}` : '')

/** The reason without its text: SMTP replies quote the address. */
function afterFailure(attempts: number, error: unknown): Partial<MessageRecord> {
  const lastError = reasonOf(error)
  const refused = (replyCode(error) ?? 0) >= 500
  if (refused || attempts >= mostAttempts) return { status: 'failed', lastError, nextAttemptAt: null }
  const wait = Math.min(longestWaitMs, 2_000 * 2 ** Math.min(attempts, 12))
  return { lastError, nextAttemptAt: new Date(Date.now() + wait) }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? String(error.code) : error.name
  const reply = replyCode(error)
  return reply === null ? code : `${code} ${reply}`
}

/** SMTP's reply; null where the server did not get to say one. */
function replyCode(error: unknown): number | null {
  return error instanceof Error && 'responseCode' in error && error.responseCode ? Number(error.responseCode) : null
}
