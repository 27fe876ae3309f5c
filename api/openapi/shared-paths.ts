import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { operation } from './operation.ts'

const SignIn = z.object({ email: z.email(), password: z.string() }).meta({ id: 'SignIn' })
const SignUp = SignIn.extend({ name: z.string() }).meta({ id: 'SignUp' })
const Session = z
  .object({
    token: z.string().nullable(),
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  })
  .meta({ id: 'Session' })
const Ready = z.object({ status: z.enum(['ready', 'waiting']), mongo: z.boolean(), temporal: z.boolean() })

const withToken = 'The header `set-auth-token` holds the bearer token; a session cookie is set as well.'

/** What stands outside the resources: the sign-in's main routes, and whether the process is well. */
export const sharedPaths: ZodOpenApiPathsObject = {
  '/api/auth/sign-in/email': {
    post: operation({
      tag: 'Sign-in',
      summary: 'Sign in with e-mail and password',
      description: withToken,
      open: true,
      body: SignIn,
      answer: Session,
      refusals: { 401: 'E-mail or password is wrong.', 403: 'A demo account in production.' },
    }),
  },
  '/api/auth/sign-up/email': {
    post: operation({
      tag: 'Sign-in',
      summary: 'Sign up as a citizen',
      description: withToken,
      open: true,
      body: SignUp,
      answer: Session,
      refusals: { 422: 'The address is registered already, or the password is too short.' },
    }),
  },
  '/api/auth/sign-out': { post: operation({ tag: 'Sign-in', summary: 'End the session' }) },
  '/api/health': {
    get: operation({
      tag: 'Health',
      summary: 'The process lives',
      open: true,
      answer: z.object({ status: z.literal('ok') }),
    }),
  },
  '/api/ready': {
    get: operation({ tag: 'Health', summary: 'MongoDB and Temporal answer', open: true, answer: Ready }),
  },
}
