import type { Browser, BrowserContextOptions } from 'playwright-core'

export type Person = NonNullable<BrowserContextOptions['storageState']>

/** @returns what a phone keeps on which the demo citizen is signed in */
export async function signInPhone(browser: Browser, url: string): Promise<Person> {
  const device = await browser.newContext({ baseURL: url })
  try {
    const answer = await device.request.post('/api/auth/sign-in/email', {
      data: { email: 'warga@demo.test', password: 'lontar-demo' },
      headers: { Origin: url, 'Idempotency-Key': crypto.randomUUID() },
    })
    if (!answer.ok()) throw new Error(`warga could not sign in: ${answer.status()}`)
    return await device.storageState()
  } finally {
    await device.close()
  }
}
