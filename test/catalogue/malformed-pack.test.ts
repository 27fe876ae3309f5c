import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPack } from '../../catalogue/pack/read-pack.ts'
import { change, type JsonValue, problemsOf, withCopy } from './broken-pack.ts'

type Case = [what: string, file: string, spoil: (json: JsonValue) => void, path: string, message: RegExp]

const cases: Case[] = [
  [
    'an unknown region',
    'regency.json',
    (r) => {
      r.region = '35.99'
    },
    'region',
    /no regency or city/,
  ],
  [
    'a colour that is none',
    'regency.json',
    (r) => {
      r.colour = 'green'
    },
    'colour',
    /must be a colour/,
  ],
  [
    'a crest that is not there',
    'regency.json',
    (r) => {
      r.crest = 'lambang.svg'
    },
    'crest',
    /not in the pack/,
  ],
  [
    'a calendar of the regency that is not there',
    'regency.json',
    (r) => {
      r.calendar = 'kabupaten'
    },
    'calendar',
    /"kabupaten" is no calendar of this pack/,
  ],
  [
    'a calendar of an agency that is not there',
    'agencies.json',
    (a) => {
      a.agencies[1].calendar = 'puskesmas'
    },
    'agencies[dinkes].calendar',
    /"puskesmas" is no calendar of this pack/,
  ],
  [
    'a calendar of the villages that is not there',
    'agencies.json',
    (a) => {
      a.villages.calendar = 'dusun'
    },
    'villages.calendar',
    /"dusun" is no calendar of this pack/,
  ],
  [
    'a calendar of a service point that is not there',
    'service-points.json',
    (p) => {
      p.servicePoints[1].calendar = 'pasar'
    },
    'servicePoints[ppp-rogojampi].calendar',
    /"pasar" is no calendar of this pack/,
  ],
  [
    'a calendar that is no code',
    'service-points.json',
    (p) => {
      p.servicePoints[1].calendar = 'Pasar Pagi'
    },
    'servicePoints[ppp-rogojampi].calendar',
    /must be lower-case words/,
  ],
  [
    'a desk nobody knows',
    'agencies.json',
    (a) => {
      a.agencies[0].desks.push('boss')
    },
    'agencies[dpmptsp].desks[7]',
    /must be "counter"/,
  ],
  [
    'an agency twice',
    'agencies.json',
    (a) => {
      a.agencies[1].code = 'dpmptsp'
    },
    'agencies',
    /"dpmptsp" is there twice/,
  ],
  [
    'villages of another regency',
    'agencies.json',
    (a) => {
      a.villages.within = '35.09'
    },
    'villages.within',
    /not the regency's own/,
  ],
  [
    'a service point in no village',
    'service-points.json',
    (p) => {
      p.servicePoints[0].village = '35.10.16.9999'
    },
    'servicePoints[mpp-banyuwangi].village',
    /no village here/,
  ],
  [
    'a shared message that speaks of what is unknown',
    'messages.json',
    (m) => {
      m.received.text.en += ' {{nik}}'
    },
    'received.text.en',
    /\{\{nik\}\}/,
  ],
  [
    'a person in an agency that is not there',
    'demo/people.json',
    (p) => {
      p.people[1].memberships[0].agency = 'dpm'
    },
    'people[loket@demo.test].memberships[0].agency',
    /"dpm" is no agency/,
  ],
  [
    'a person with a role the agency does not staff',
    'demo/people.json',
    (p) => {
      p.people[3].memberships[0].role = 'signer'
    },
    'people[teknis@demo.test].memberships[0].role',
    /"dinkes" has no "signer"/,
  ],
  [
    'a person at no service point',
    'demo/people.json',
    (p) => {
      p.people[1].memberships[0].servicePoint = 'mall'
    },
    'people[loket@demo.test].memberships[0].servicePoint',
    /no service point/,
  ],
  [
    'a person with a NIK of no district',
    'demo/people.json',
    (p) => {
      p.people[0].nik = '3599135408910001'
    },
    'people[warga@demo.test].nik',
    /no district/,
  ],
  [
    'a person with a NIK that cannot be',
    'demo/people.json',
    (p) => {
      p.people[0].nik = '3510135413910001'
    },
    'people[warga@demo.test].nik',
    /plausible NIK/,
  ],
  [
    'a verifier of nowhere',
    'demo/people.json',
    (p) => {
      delete p.people[2].memberships[0].agency
    },
    'people[verifikator@demo.test].memberships[0]',
    /belongs to an agency/,
  ],
  [
    'a calendar that contradicts itself',
    'calendars/banyuwangi.json',
    (c) => {
      c.coversUntil = '2020-01-01'
    },
    'coversFrom',
    /before it begins/,
  ],
  [
    'a letter with a format nobody knows',
    'letters/sktm.json',
    (l) => {
      l.blocks[0].text += ' {{document.date | tanggal}}'
    },
    'blocks[0].text',
    /"tanggal" in/,
  ],
  [
    'a file not named as its code',
    'letters/sktm.json',
    (l) => {
      l.code = 'surat-miskin'
    },
    'code',
    /not the file's name/,
  ],
]

describe('a malformed pack', () => {
  it.each(cases)('%s is named with file and place', async (_what, file, spoil, path, message) => {
    const problems = await problemsOf(file, spoil)
    const told = problems.filter(
      (problem) => problem.file === file && problem.path === path && message.test(problem.message),
    )
    expect(told, JSON.stringify(problems, null, 1)).toHaveLength(1)
  })

  it('says which service a letter does not fit', async () => {
    const problems = await problemsOf('letters/sktm.json', (letter) => {
      letter.blocks[0].text +=
        ' {{answers.gaji | rupiah}} {{answers.pekerjaan | date}} {{answers.penghasilan | rupiah}}'
      letter.blocks[1].photo = 'documents.foto'
    })
    expect(problems.map(({ file, service, path }) => ({ file, service, path }))).toEqual(
      Array.from({ length: 3 }, () => ({
        file: 'services/sktm.json',
        service: 'sktm',
        path: 'documents[sktm].letter',
      })),
    )
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/\{\{answers\.gaji\}\}, but the form has no such field/),
      expect.stringMatching(/\{\{documents\.foto\}\}, but the service requires no document "foto"/),
      expect.stringMatching(/\{\{answers\.pekerjaan \| date\}\}, but "pekerjaan" is choice/),
    ])
  })

  it('is told whole: files that are missing or no JSON do not hide the others', () =>
    withCopy(async (dir) => {
      await writeFile(join(dir, 'services/ak-1.json'), '{ "code": ')
      await rm(join(dir, 'messages.json'))
      await change(dir, 'services/sktm.json', (service) => {
        service.term.calendar = 'kota'
      })
      const { pack, problems } = await checkPack(dir)
      expect(pack).toBeUndefined()
      expect(problems.map(({ file, path }) => `${file} ${path}`).sort()).toEqual([
        'messages.json ',
        'services/ak-1.json ',
        'services/sktm.json term.calendar',
      ])
    }))

  it('with a clock that neither its service, its office nor the regency gives a calendar says which', async () => {
    const problems = await problemsOf('regency.json', (json) => {
      delete json.calendar
    })
    const told = problems.map(({ file, path, message }) => `${file} · ${path} · ${message}`)
    expect(told).toContainEqual(
      'services/slhs.json · steps[lapangan-dan-lab].branches[lab].steps[laboratorium].panel[labkesda].clock.calendar · names no calendar, and neither does "dinkes" nor the regency',
    )
    expect(told).toContainEqual(
      'services/slhs.json · correction.calendar · names no calendar, and neither does "dpmptsp" nor the regency',
    )
    expect(told).toContainEqual(expect.stringMatching(/^services\/sip-bidan\.json · appeal\.calendar · /))
    expect(
      told.filter((line) => line.includes('sktm.json')),
      'the village offices name one',
    ).toEqual([])
  })

  it('with a calendar that cannot be read says so once, and not of whoever goes by it', async () => {
    const problems = await problemsOf('calendars/banyuwangi.json', { text: '{' })
    expect(problems.map(({ file }) => file)).toEqual(['calendars/banyuwangi.json'])
  })

  it('with a crest that runs scripts is refused', () =>
    withCopy(async (dir) => {
      await writeFile(join(dir, 'crest.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
      expect((await checkPack(dir)).problems).toMatchObject([
        { file: 'crest.svg', message: expect.stringContaining('scripts') },
      ])
    }))
})
