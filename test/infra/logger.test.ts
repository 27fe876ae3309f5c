import { expect, test } from 'vitest'
import { createLogger } from '../../infra/logger.ts'

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('test', 'trace', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('personal data is hidden, at the root and inside', () => {
  const line = logged((logger) =>
    logger.info(
      {
        nik: '3510010101900001',
        applicant: { name: 'Siti Aminah', phone: '+628123' },
        request: { headers: { authorization: 'Bearer abc', cookie: 'session=1', 'set-cookie': 'x=2' } },
        decision: { case: { note: 'berkas kurang' } },
        user: { email: 'siti@example.id' },
        caseId: 'application/banyuwangi/7',
      },
      'decided',
    ),
  )
  expect(line).toContain('application/banyuwangi/7')
  expect(line).not.toMatch(/3510010101900001|Siti|628123|Bearer|session=1|x=2|berkas|siti@/)
})

test('an error of the database keeps its code and place, not its message', () => {
  const duplicate = Object.assign(new Error('E11000 duplicate key { nik: "3510010101900001" }'), { code: 11000 })
  duplicate.name = 'MongoServerError'
  const line = logged((logger) => logger.error({ err: new Error('could not record', { cause: duplicate }) }))
  const { err } = JSON.parse(line)
  expect(err).toMatchObject({ message: 'could not record', cause: { type: 'MongoServerError', errorCode: 11000 } })
  expect(err.cause.stack).toContain('logger.test.ts')
  expect(line).not.toContain('3510010101900001')
})
