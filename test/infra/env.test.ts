import { expect, test } from 'vitest'
import { readEnv } from '../../infra/env.ts'

const complete = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017/lontar',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  AUTH_SECRET: 'a-secret-of-thirty-two-characters!',
  SEAL_PASSPHRASE: 'twelve chars',
}

test('what is not given has a default', () => {
  expect(readEnv(complete)).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 3000,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    TEMPORAL_NAMESPACE: 'default',
    TASK_QUEUE: 'lontar',
    DEMO: false,
  })
})

test('the public address follows host and port, without a slash at its end', () => {
  expect(readEnv({ ...complete, HOST: '0.0.0.0', PORT: '3100' }).PUBLIC_URL).toBe('http://0.0.0.0:3100')
  expect(readEnv({ ...complete, PUBLIC_URL: 'https://izin.example.go.id/' }).PUBLIC_URL).toBe(
    'https://izin.example.go.id',
  )
})

test.each([
  ['MONGODB_URI', '', 'MONGODB_URI: is missing'],
  ['MONGODB_URI', 'localhost', 'MONGODB_URI: must begin with mongodb://'],
  ['TEMPORAL_ADDRESS', 'http://127.0.0.1:7233', 'TEMPORAL_ADDRESS: must be host:port'],
  ['PORT', '99999', 'PORT: '],
  ['PORT', 'http', 'PORT: '],
  ['PUBLIC_URL', 'ftp://x', 'PUBLIC_URL: '],
  ['DEMO', 'yes', 'DEMO: '],
  ['AUTH_SECRET', 'short', 'AUTH_SECRET: needs 32 characters'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: '],
])('%s=%s is refused by name', (name, value, message) => {
  expect(() => readEnv({ ...complete, [name]: value })).toThrow(message)
})

test('all that is wrong is said at once, and no secret is quoted', () => {
  let message = ''
  try {
    readEnv({ ...complete, AUTH_SECRET: 'hush-hush', SMTP_URL: undefined, PORT: '-1' })
  } catch (error) {
    message = String(error)
  }
  expect(message).toMatch(/PORT.*SMTP_URL.*AUTH_SECRET/s)
  expect(message).not.toContain('hush-hush')
})

test('the demo is refused in production', () => {
  expect(() => readEnv({ ...complete, DEMO: 'true', NODE_ENV: 'production' })).toThrow('DEMO: is refused')
})

const bsre = {
  ...complete,
  SIGNING: 'bsre-v2',
  BSRE_URL: 'https://bsre.example.go.id',
  BSRE_USERNAME: 'lontar',
  BSRE_PASSWORD: 'sandi-klien',
  BSRE_ROOTS: '/etc/lontar/bsre.pem',
}

test.each(['BSRE_URL', 'BSRE_USERNAME', 'BSRE_PASSWORD', 'BSRE_ROOTS'])('BSrE needs %s', (name) => {
  expect(readEnv(bsre).SIGNING).toBe('bsre-v2')
  expect(() => readEnv({ ...bsre, [name]: undefined })).toThrow(`${name}: is missing`)
})

test('a seal needs the code of its activation; secrets go over https in production', () => {
  expect(() => readEnv({ ...bsre, BSRE_SEAL_SUBSCRIBER: 'dinas' })).toThrow('BSRE_SEAL_CODE: is missing')
  const plain = { ...bsre, BSRE_URL: 'http://10.0.0.1:8080' }
  expect(readEnv(plain).BSRE_URL).toBe('http://10.0.0.1:8080')
  expect(() => readEnv({ ...plain, NODE_ENV: 'production' })).toThrow('BSRE_URL: must begin with https://')
})
