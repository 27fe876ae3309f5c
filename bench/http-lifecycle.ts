import { post, signIn } from './http.ts'
import { benchService, benchSteps } from './pack.ts'

export type People = { citizen: string; officer: string }

export async function signInAll(url: string): Promise<People> {
  return { citizen: await signIn(url, 'warga'), officer: await signIn(url, 'dukcapil') }
}

type Answer = { number?: string; application?: { status?: string } }

/** A permit of three decisions over HTTP: filed, decided three times, done when the last answer says so. @returns its number */
export async function httpLifecycle(url: string, people: People): Promise<string> {
  const receipt = await post<Answer>(url, '/api/applications', people.citizen, {
    service: benchService,
    applicant: { name: 'Sri Rahayu Ningtyas', nik: '3510135408910001', village: '35.10.13.2013' },
    answers: { keterangan: 'Ukur' },
    documents: [],
    channel: 'portal',
  })
  const number = String(receipt.number)
  for (const step of benchSteps) {
    const task = `/api/tasks/${encodeURIComponent(`${number}:${step}`)}/decide`
    const answer = await post<Answer>(url, task, people.officer, { decision: 'approve' })
    if (step === benchSteps.at(-1) && answer.application?.status !== 'approved')
      throw new Error(`${number} did not end`)
  }
  return number
}
