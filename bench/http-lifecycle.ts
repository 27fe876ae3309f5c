import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { benchService, benchSteps } from './pack.ts'

const password = 'lontar-demo'

export type People = { citizen: string; officer: string }

export async function signInAll(url: string): Promise<People> {
  return { citizen: await signIn(url, 'warga@demo.test'), officer: await signIn(url, 'dukcapil@demo.test') }
}

export async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const token = response.headers.get('set-auth-token')
  if (!response.ok || !token) throw new Error(`${email} could not sign in: ${response.status}`)
  return token
}

/** A permit of three decisions over HTTP: filed, decided three times, done when the last answer says so. @returns its number */
export async function httpLifecycle(url: string, people: People): Promise<string> {
  const receipt = await post(url, '/api/applications', people.citizen, {
    service: benchService,
    applicant: { name: 'Sri Rahayu Ningtyas', nik: '3510135408910001', village: '35.10.13.2013' },
    answers: { keterangan: 'Ukur' },
    documents: [],
    channel: 'portal',
  })
  const number = String(receipt.number)
  for (const step of benchSteps) {
    const answer = await post(url, `/api/tasks/${encodeURIComponent(`${number}:${step}`)}/decide`, people.officer, {
      decision: 'approve',
    })
    if (step === benchSteps.at(-1) && answer.application?.status !== 'approved')
      throw new Error(`${number} did not end`)
  }
  return number
}

type Answer = { id?: string; number?: string; application?: { status?: string } }

/** The first task may be a moment away: its case starts beside the receipt. */
export async function post(url: string, path: string, token: string, body: unknown): Promise<Answer> {
  const key = randomUUID()
  for (;;) {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
      body: JSON.stringify(body),
    })
    if (response.ok) return (await response.json()) as Answer
    if (response.status !== 404 && response.status !== 503)
      throw new Error(`${path}: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
    await pause(10)
  }
}
