import { afterEach, describe, expect, it } from 'vitest'
import { dataProvider } from '../../admin/src/providers/data-provider.ts'
import { problemOf } from '../../admin/src/providers/http.ts'
import { sendJson, standIn } from './api-stand-in.ts'

let close: () => Promise<void> = async () => {}
afterEach(() => close())

async function api(...given: Parameters<typeof standIn>) {
  const house = await standIn(...given)
  close = house.close
  return house
}

const page = { pagination: { page: 1, perPage: 25 }, sort: { field: 'dueAt', order: 'ASC' as const }, filter: {} }

describe('the data provider', () => {
  it('reads a page and its extent', async () => {
    const { heard } = await api((_, response) =>
      sendJson(response, 200, [{ id: 'a' }], { 'Content-Range': 'tasks 0-0/1001' }),
    )
    const answer = await dataProvider.getList('tasks', { ...page, filter: { state: 'breached' } })
    expect(answer).toMatchObject({ data: [{ id: 'a' }], pageInfo: { hasNextPage: true } })
    expect(heard[0]?.headers['accept-language']).toBe('id')
    expect(new URL(heard[0]?.url ?? '', 'http://x').searchParams.get('range')).toBe('[0,24]')
  })

  it('knows services by their code', async () => {
    await api((_, response) => sendJson(response, 200, { code: 'sktm' }))
    expect(await dataProvider.getOne('services', { id: 'sktm' })).toEqual({ data: { id: 'sktm', code: 'sktm' } })
  })

  it('asks for a task whose id holds a colon', async () => {
    const { heard } = await api((_, response) => sendJson(response, 200, { id: 'x' }))
    await dataProvider.getOne('tasks', { id: 'BWI-2026-000001:verifikasi' })
    expect(heard[0]?.url).toBe('/api/tasks/BWI-2026-000001%3Averifikasi')
  })

  it('sends an act under its key', async () => {
    const { heard } = await api((_, response) => sendJson(response, 200, {}))
    await dataProvider.decide('n:s', { decision: 'approve' }, 'key-of-this-act')
    expect(heard[0]).toMatchObject({ method: 'POST', url: '/api/tasks/n%3As/decide', body: '{"decision":"approve"}' })
    expect(heard[0]?.headers['idempotency-key']).toBe('key-of-this-act')
  })

  it('puts what is searched for in the body, never in the address', async () => {
    const { heard } = await api((_, response) => sendJson(response, 200, []))
    await dataProvider.search('3510135408910001', 'key-of-this-act')
    expect(heard[0]).toMatchObject({ url: '/api/search', body: '{"text":"3510135408910001"}' })
  })

  it('uploads a file as a form', async () => {
    const { heard } = await api((_, response) => sendJson(response, 201, { id: 'f1' }))
    const stored = await dataProvider.upload(
      new File(['%PDF-'], 'akta.pdf', { type: 'application/pdf' }),
      'key-of-this',
    )
    expect(stored).toEqual({ id: 'f1' })
    expect(heard[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(heard[0]?.body).toContain('name="file"; filename="akta.pdf"')
  })

  it('turns a problem into an error that names the fields', async () => {
    const problem = {
      title: 'Ada isian yang perlu diperbaiki',
      detail: 'Frasa sandi salah.',
      status: 422,
      code: 'invalid-fields',
      requestId: 'r1',
      errors: [{ field: 'signing.passphrase', message: 'Frasa sandi salah.' }],
    }
    await api((_, response) => sendJson(response, 422, problem))
    const refused = await dataProvider.decide('n:s', { decision: 'sign' }, 'key-of-this').catch((error) => error)
    expect(refused).toMatchObject({ name: 'HttpError', status: 422, message: 'Frasa sandi salah.' })
    expect(problemOf(refused)).toMatchObject({
      code: 'invalid-fields',
      requestId: 'r1',
      errors: { 'signing.passphrase': 'Frasa sandi salah.' },
    })
  })

  it('tells an answer that is no problem document by its status', async () => {
    await api((_, response) => response.writeHead(502).end('<html>bad gateway</html>'))
    await expect(dataProvider.getOne('tasks', { id: 'x' })).rejects.toMatchObject({
      status: 502,
      message: 'lontar.error.status_502',
    })
  })

  it('tells silence apart from an answer', async () => {
    const house = await api((_, response) => response.socket?.destroy())
    await expect(dataProvider.claim('x', 'key-of-this')).rejects.toMatchObject({ status: 0 })
    expect(house.heard).toHaveLength(1)
  })

  it('writes nothing by react-admin’s generic calls', async () => {
    await expect(dataProvider.update()).rejects.toThrow('lontar.error.no_generic_write')
    await expect(dataProvider.delete()).rejects.toThrow('lontar.error.no_generic_write')
  })
})
