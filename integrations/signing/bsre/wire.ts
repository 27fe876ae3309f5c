import { z } from 'zod'

/**
 * The words of BSrE's client service, as its users' own clients speak them: version 1 takes a form and answers with the
 * PDF, version 2 takes and gives JSON with base64. Client and simulator read this page.
 */
export const paths = {
  v1: { status: '/api/user/status/', sign: '/api/sign/pdf', download: '/api/sign/download/' },
  v2: {
    status: '/api/v2/user/check/status',
    sign: '/api/v2/sign/pdf',
    sealCode: '/api/v2/seal/get/totp',
    seal: '/api/v2/seal/pdf',
  },
} as const

/** Header of a version 1 answer: the signed file's id, under which it can be fetched again. */
export const documentIdHeader = 'id_dokumen'

export const statusCodes = { unregistered: 2011, noCertificate: 2021, wrongSecret: 2031 } as const

export const Refused = z.object({ error: z.string().optional(), status_code: z.coerce.number().int() })

/** EXPIRED and REVOKE in version 2; version 1's answers carry the same words. */
export const UserStatus = z.object({ status: z.string() })

export const SignedFiles = z.object({ time: z.number().optional(), file: z.array(z.base64()).min(1) })

/** `expires` is an ISO 8601 instant. */
export const SealCode = z.object({ totp: z.string().min(1), expires: z.string(), result: z.boolean() })
