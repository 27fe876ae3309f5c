import { z } from 'zod'
import { documentIdHeader, paths } from '../wire.ts'
import type { Operation } from './faults.ts'
import type { SimulatedOffice } from './office.ts'
import { file, json, type Reply } from './reply.ts'

export type Asked = { path: string; contentType: string; body: Buffer }

export type Route = {
  method: 'GET' | 'POST'
  /** A path that ends in a slash takes one part more. */
  path: string
  operation: Operation
  answer(office: SimulatedOffice, asked: Asked): Promise<Reply>
}

const Properties = z.array(z.object({ tampilan: z.string(), reason: z.string(), location: z.string() })).length(1)
const SignBody = z.object({
  nik: z.string(),
  passphrase: z.string().optional(),
  totp: z.string().optional(),
  signatureProperties: Properties,
  file: z.array(z.base64()).length(1),
})
const SealBody = SignBody.omit({ nik: true, passphrase: true }).extend({ idSubscriber: z.string(), totp: z.string() })
const CodeBody = z.object({ idSubscriber: z.string(), totp: z.string(), data: z.string() })

/** The calls of both versions, as their clients make them. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: paths.v1.status,
    operation: 'status',
    answer: async (office, { path }) => json(200, { status: office.status(lastPart(path)) }),
  },
  {
    method: 'POST',
    path: paths.v1.sign,
    operation: 'sign',
    async answer(office, { contentType, body }) {
      const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData()
      const pdf = form.get('file')
      if (!(pdf instanceof Blob)) return json(400, { error: 'File tidak ada', status_code: 400 })
      const work = { pdf: await pdf.bytes(), reason: textOf(form, 'reason'), location: textOf(form, 'location') }
      const done = await office.sign(textOf(form, 'nik'), { passphrase: textOf(form, 'passphrase') }, work)
      return file(done.pdf, { [documentIdHeader]: done.id })
    },
  },
  {
    method: 'GET',
    path: paths.v1.download,
    operation: 'download',
    async answer(office, { path }) {
      const found = office.file(lastPart(path))
      return found ? file(found, {}) : json(404, { error: 'Dokumen tidak ada', status_code: 404 })
    },
  },
  {
    method: 'POST',
    path: paths.v2.status,
    operation: 'status',
    answer: async (office, { body }) =>
      json(200, { status: office.status(z.object({ nik: z.string() }).parse(jsonOf(body)).nik) }),
  },
  {
    method: 'POST',
    path: paths.v2.sign,
    operation: 'sign',
    async answer(office, { body }) {
      const { nik, passphrase, totp, ...asked } = SignBody.parse(jsonOf(body))
      const secret = { ...(passphrase ? { passphrase } : {}), ...(totp ? { code: totp } : {}) }
      return filesOf(await office.sign(nik, secret, workOf(asked)))
    },
  },
  {
    method: 'POST',
    path: paths.v2.sealCode,
    operation: 'seal',
    async answer(office, { body }) {
      const { idSubscriber, totp } = CodeBody.parse(jsonOf(body))
      const next = office.nextSealCode(idSubscriber, totp)
      if (!next) return json(200, { message: 'TOTP salah', totp: '-', expires: '', result: false })
      const expires = new Date(next.expiresAt).toISOString()
      return json(200, { message: 'OK', totp: next.code, expires, result: true })
    },
  },
  {
    method: 'POST',
    path: paths.v2.seal,
    operation: 'seal',
    async answer(office, { body }) {
      const { idSubscriber, totp, ...asked } = SealBody.parse(jsonOf(body))
      return filesOf(await office.seal(idSubscriber, totp, workOf(asked)))
    },
  },
]

function workOf({ signatureProperties, file: files }: Pick<z.infer<typeof SealBody>, 'signatureProperties' | 'file'>) {
  const [{ reason, location } = { reason: '', location: '' }] = signatureProperties
  return { pdf: new Uint8Array(Buffer.from(files[0] ?? '', 'base64')), reason, location }
}

const filesOf = ({ pdf }: { pdf: Uint8Array }) => json(200, { time: 900, file: [Buffer.from(pdf).toString('base64')] })

const jsonOf = (body: Buffer): unknown => JSON.parse(body.toString('utf8'))

const lastPart = (path: string) => decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
