import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

const password = 'lontar-demo'

/** @returns the token of a demo person, `warga` for `warga@demo.test` */
export async function signIn(url: string, name: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@demo.test`, password }),
  })
  const token = response.headers.get('set-auth-token')
  if (!response.ok || !token) throw new Error(`${name} could not sign in: ${response.status}`)
  return token
}

/** The first task may be a moment away: its case starts beside the receipt. */
export async function post<Answer>(url: string, path: string, token: string, body: unknown): Promise<Answer> {
  const key = randomUUID()
  const form = body instanceof FormData
  for (;;) {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        ...(form ? {} : { 'content-type': 'application/json' }),
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
      },
      body: form ? body : JSON.stringify(body),
    })
    if (response.ok) return (await response.json()) as Answer
    if (response.status !== 404 && response.status !== 503)
      throw new Error(`${path}: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
    await pause(10)
  }
}
