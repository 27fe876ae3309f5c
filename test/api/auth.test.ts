import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Me } from '../../contracts/me.ts'
import { Membership, membershipsOf } from '../../models/membership.ts'
import { acrossRegencies, inRegency } from '../../models/tenancy.ts'
import { type ApiHouse, openApiHouse, regency } from './api-house.ts'

let house: ApiHouse
beforeAll(async () => {
  house = await openApiHouse()
})
afterAll(() => house.close())

const me = async (token: string) => (await house.get('/api/me', { token })).json as Me

describe('signing up and in', () => {
  it('a citizen signs up with e-mail and password, and is signed in', async () => {
    const body = { email: 'Ibu.Siti@contoh.test', password: 'kata sandi', name: 'Siti' }
    const signedUp = await house.post('/api/auth/sign-up/email', { body })
    expect(signedUp.status).toBe(200)
    const token = signedUp.headers.get('set-auth-token') ?? ''
    expect(await me(token)).toMatchObject({ name: 'Siti', email: 'ibu.siti@contoh.test', memberships: [] })
    const again = await house.post('/api/auth/sign-up/email', { body })
    expect(again.problem.errors?.[0]).toMatchObject({
      field: 'email',
      message: expect.stringContaining('sudah terdaftar'),
    })
  })

  it('the cookie works as the bearer token does', async () => {
    const body = { email: 'warga@demo.test', password: 'lontar-demo' }
    const answer = await house.post('/api/auth/sign-in/email', { body })
    const cookie = answer.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^lontar\.session_token=.*; HttpOnly; SameSite=Lax$/)
    const asked = await house.get('/api/me', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
    expect((asked.json as Me).email).toBe('warga@demo.test')
  })

  it('wrong password and unknown address read the same', async () => {
    const attempt = (email: string) =>
      house.post('/api/auth/sign-in/email', { body: { email, password: 'not the password' } })
    const [wrong, unknown] = await Promise.all([attempt('warga@demo.test'), attempt('nobody@demo.test')])
    expect(wrong.status).toBe(401)
    expect(wrong.problem.detail).toBe('E-mail atau kata sandi salah.')
    expect({ ...unknown.problem, requestId: '' }).toEqual({ ...wrong.problem, requestId: '' })
  })

  it('says which field is wrong', async () => {
    const short = await house.post('/api/auth/sign-up/email', {
      body: { email: 'x@contoh.test', password: 'pendek', name: 'X' },
    })
    expect(short.status).toBe(422)
    expect(short.problem.errors).toEqual([
      { field: 'password', code: 'too-short', message: 'Kata sandi paling sedikit 8 huruf.' },
    ])
    const noAddress = await house.post('/api/auth/sign-in/email', { body: { email: 'x', password: 'lontar-demo' } })
    expect(noAddress.problem.errors?.[0]?.field).toBe('email')
    const missing = await house.post('/api/auth/sign-in/email', { body: { email: 'x@contoh.test' }, language: 'en' })
    expect(missing.problem.errors?.[0]).toMatchObject({ field: 'password' })
  })

  it('a session ends with signing out, at once', async () => {
    const token = await house.signIn('warga')
    expect((await house.get('/api/me', { token })).status).toBe(200)
    expect((await house.post('/api/auth/sign-out', { token, body: {} })).status).toBe(200)
    expect((await house.get('/api/me', { token })).status).toBe(401)
  })

  it('is looked up once by requests that come together, and by none after it has ended', async () => {
    const token = await house.signIn('warga')
    const lookUp = vi.spyOn(house.api.deps.auth().api, 'getSession')
    const together = await Promise.all(Array.from({ length: 12 }, () => house.get('/api/me', { token })))
    expect(together.map(({ status }) => status)).toEqual(together.map(() => 200))
    expect(lookUp).toHaveBeenCalledOnce()
    lookUp.mockRestore()
    const leaving = house.post('/api/auth/sign-out', { token, body: {} })
    await Promise.all([leaving, ...Array.from({ length: 12 }, () => house.get('/api/me', { token }))])
    expect((await house.get('/api/me', { token })).status).toBe(401)
  })

  it('no session, a made-up one and a tampered one are nobody', async () => {
    const token = await house.signIn('warga')
    for (const proof of [undefined, 'made-up', `${token.slice(0, -6)}AAAAA=`]) {
      const answer = await house.get('/api/me', proof ? { token: proof } : {})
      expect(answer.status).toBe(401)
      expect(answer.problem.code).toBe('not-signed-in')
    }
  })

  it('refuses a page of another site that would sign somebody in', async () => {
    const answer = await house.post('/api/auth/sign-in/email', {
      body: { email: 'warga@demo.test', password: 'lontar-demo' },
      headers: { Origin: 'https://elsewhere.test', Cookie: 'lontar.session_token=x' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('roles come from memberships in force', () => {
  it('each demo person is what the pack says', async () => {
    for (const person of house.people) {
      const seen = await me(await house.signIn(person.email.split('@')[0] ?? ''))
      expect(seen.memberships.map(({ role, agency, village }) => ({ role, agency, village }))).toEqual(
        person.memberships.map(({ role, agency, village }) => ({
          role,
          agency: agency ?? null,
          village: village ?? null,
        })),
      )
      expect(seen.abilities.length).toBeGreaterThan(0)
    }
  })

  it('names the agency, and fills the profile from what the person told', async () => {
    const verifier = await me(await house.signIn('verifikator'))
    expect(verifier.memberships[0]?.agencyName).toMatch(/Penanaman Modal/)
    const citizen = await me(await house.signIn('warga'))
    expect(citizen.profile).toMatchObject({ nik: expect.stringMatching(/^\d{16}$/), email: 'warga@demo.test' })
  })

  it('a role that has ended, has not begun, or is held in another regency counts for nothing', async () => {
    const { id: account } = await me(await house.signIn('disnaker'))
    const at = Date.now()
    const facts = {
      account,
      agency: 'dpmptsp',
      village: null,
      servicePoint: null,
      position: null,
      rank: null,
      nip: null,
    }
    await inRegency(regency, () =>
      Membership.create([
        { ...facts, role: 'signer', from: new Date(at - 2_000), until: new Date(at - 1_000) },
        { ...facts, role: 'verifier', from: new Date(at + 3_600_000), until: null },
      ]),
    )
    await inRegency('other', () => Membership.create({ ...facts, role: 'admin', from: new Date(at - 1_000) }))
    const now = await inRegency(regency, () => membershipsOf(account))
    expect(now.map(({ role }) => role)).toEqual(['counter'])
    const later = await inRegency(regency, () => membershipsOf(account, new Date(at + 3_700_000)))
    expect(later.map(({ role }) => role)).toEqual(['counter', 'verifier'])
    expect(await acrossRegencies('test', () => Membership.countDocuments({ account }))).toBe(4)
  })
})

describe('demo people', () => {
  it('are offered where DEMO is on', async () => {
    const answer = await house.get('/api/demo/people')
    expect(answer.json).toHaveLength(house.people.length)
    expect(answer.json).toContainEqual(expect.objectContaining({ email: 'kadis@demo.test', password: 'lontar-demo' }))
  })

  it('are refused in production, by password and by a session from before', async () => {
    const before = await house.signIn('warga')
    const there = await house.also({ NODE_ENV: 'production', DEMO: false })
    try {
      const refused = await there.post('/api/auth/sign-in/email', {
        body: { email: 'warga@demo.test', password: 'lontar-demo' },
      })
      expect(refused.status).toBe(403)
      expect(refused.problem.detail).toBe('Akun demo tidak berlaku pada sistem ini.')
      expect(refused.headers.get('set-auth-token')).toBeNull()
      expect((await there.get('/api/me', { token: before })).status).toBe(401)
      expect((await there.get('/api/demo/people')).status).toBe(404)
      const somebody = { email: 'nyata@contoh.test', password: 'kata sandi', name: 'Nyata' }
      expect((await there.post('/api/auth/sign-up/email', { body: somebody })).status).toBe(200)
    } finally {
      there.close()
    }
  })
})

describe('limits on guessing', () => {
  it('ten wrong passwords for one address, whoever tries; right ones do not count', async () => {
    const there = await house.also({}, { signIn: { windowMs: 60_000, limit: 3 } })
    try {
      const attempt = (password: string, email = 'warga@demo.test') =>
        there.post('/api/auth/sign-in/email', { body: { email, password } })
      for (let n = 0; n < 5; n += 1) expect((await attempt('lontar-demo')).status).toBe(200)
      for (let n = 0; n < 3; n += 1) expect((await attempt('wrong password')).status).toBe(401)
      const limited = await attempt('lontar-demo')
      expect(limited.status).toBe(429)
      expect(limited.problem.code).toBe('too-many-requests')
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await attempt('lontar-demo', 'loket@demo.test')).status).toBe(200)
    } finally {
      there.close()
    }
  })
})
