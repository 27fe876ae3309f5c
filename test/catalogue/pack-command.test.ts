import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { change, withCopy } from './broken-pack.ts'
import { packDir } from './fixture.ts'

const script = fileURLToPath(new URL('../../bin/pack.ts', import.meta.url))

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...args], {
      env: { ...process.env, NO_COLOR: '1' },
    })
    return { code: 0, out: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout + stderr }
  }
}

describe('npm run pack', () => {
  it('check says that nothing is wrong', async () => {
    expect(await run('check', packDir)).toEqual({
      code: 0,
      out: expect.stringMatching(/\d+ services, .*nothing is wrong/),
    })
  }, 30_000)

  it('check says all that is wrong, how to mend it, and fails', async () => {
    const { code, out } = await withCopy(async (dir) => {
      await change(dir, 'services/sip-bidan.json', (service) => {
        service.sumary = 'x'
        service.steps[2].desk.agency = 'dinkez'
      })
      await change(dir, 'demo/people.json', (people) => {
        people.people[0].nik = '1'
      })
      return run('check', dir)
    })
    expect(code).toBe(1)
    expect(out).toContain(
      'services/sip-bidan.json · service sip-bidan\n  "sumary" is not known here\n  → check the spelling',
    )
    expect(out).toContain(
      'services/sip-bidan.json · service sip-bidan · steps[rekomendasi].desk.agency\n  "dinkez" is no agency of this pack\n  → there is dpmptsp, dinkes',
    )
    expect(out).toContain('demo/people.json · people[warga@demo.test].nik\n  must be a plausible NIK')
    expect(out).toContain('3 problems')
  }, 30_000)

  it('without a folder says how it is called', async () => {
    expect(await run('check')).toMatchObject({ code: 2, out: expect.stringContaining('Usage') })
  }, 30_000)
})
