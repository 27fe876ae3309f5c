import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SimbgClient } from '../../../integrations/simbg/client.ts'
import { Simbg } from '../../../integrations/simbg/simbg.ts'
import { always, codeOf, filing, simulatedSimbg } from './simulated.ts'

let side: Awaited<ReturnType<typeof simulatedSimbg>>
let simbg: Simbg
beforeEach(async () => {
  side = await simulatedSimbg()
  simbg = new Simbg(side.client)
})
afterEach(() => side.close())

const now = new Date('2026-11-28T03:00:00Z')

describe('a filing', () => {
  test('goes over with its documents and the levy, once, and brings number, date and document', async () => {
    const { reference } = await simbg.submit(filing())
    expect(reference).toBe('PBG-000001')
    const [filed] = side.simbg.filed
    expect(filed).toMatchObject({
      levy: 350_000,
      permohonan: { kunci: 'CTH-1:terbit-pbg', berkas: [{ kode: 'gambar' }] },
    })
    expect(await simbg.standing(filing())).toEqual({ outcome: 'pending' })
    if (filed) side.simbg.issue(filed, now)
    const standing = await simbg.standing(filing())
    expect(standing).toMatchObject({ outcome: 'done', number: 'SK-PBG-000001-2026', issuedOn: '2026-11-28' })
    const file = standing.outcome === 'done' ? standing.file : null
    expect(Buffer.from(file ?? []).toString('latin1')).toMatch(/^%PDF-1\.4[\s\S]*PERSETUJUAN BANGUNAN GEDUNG/)
  })

  test('whose answer never came is looked up, never filed twice', async () => {
    side.simbg.faults.silent = 1
    expect(await codeOf(simbg.submit(filing()))).toBe('unknown-outcome')
    expect(side.simbg.filed).toHaveLength(1)
    expect(await simbg.submit(filing())).toEqual({ reference: 'PBG-000001' })
    expect(side.simbg.filed).toHaveLength(1)
    expect(side.simbg.filed[0]?.levy).toBe(350_000)
  })

  test('that is refused comes with its reason', async () => {
    await simbg.submit(filing())
    const [filed] = side.simbg.filed
    if (filed) side.simbg.refuse(filed, 'Melanggar sempadan')
    expect(await simbg.standing(filing())).toEqual({ outcome: 'refused', reason: 'Melanggar sempadan' })
  })

  test('that the other side no longer knows is an error, not a wait', async () => {
    expect(await codeOf(simbg.standing(filing()))).toBe('lost')
  })
})

describe('the other side', () => {
  test('closed for days answers HTML and 503: a code of its own', async () => {
    side.simbg.faults.maintenance = true
    expect(await codeOf(simbg.submit(filing()))).toBe('maintenance')
    side.simbg.faults.maintenance = false
    expect(await codeOf(simbg.submit(filing()))).toBeNull()
  })

  test('slower than our patience is an unknown outcome', async () => {
    side.simbg.faults.delayMs = 3_000
    expect(await codeOf(side.client.standing('x'))).toBe('unknown-outcome')
  })

  test('that does not know our key says so', async () => {
    const stranger = new SimbgClient({ ...side.settings, key: 'lain' })
    expect(await codeOf(stranger.standing('x'))).toBe('wrong-key')
  })

  test('that is not there was never reached', async () => {
    await side.close()
    expect(await codeOf(side.client.standing('x'))).toBe('down')
  })

  test.each([
    ['a page of HTML that says 200', 200, 'text/html', '<h1>Pemeliharaan</h1>', 'maintenance'],
    ['no JSON', 200, 'application/json', '{', 'broken'],
    ['another shape', 200, 'application/json', '{"status":"entah"}', 'broken'],
    ['a server error', 500, 'application/json', '{}', 'broken'],
    ['a gateway that gave up', 504, 'text/plain', '', 'unknown-outcome'],
    ['a redirect', 302, 'text/plain', '', 'broken'],
  ])('answering %s', async (_what, status, type, body, code) => {
    const odd = await always(status, type, body)
    try {
      expect(await codeOf(new SimbgClient({ ...side.settings, url: odd.url }).standing('x'))).toBe(code)
    } finally {
      odd.close()
    }
  })
})
