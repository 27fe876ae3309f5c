import type { CaseDeps, PinnedService } from '../../activities/deps.ts'
import type { Flow, Step } from '../../domain/service.ts'
import { licence } from '../domain/case/fixture.ts'
import { fixtureDeps } from './fixture.ts'

export const fee = 150_000

const text = (id: string) => ({ id, en: id })
const [completeness, verification] = licence.tracks.main
if (!completeness || !verification) throw new Error('the licence has lost its steps')

const clock = {
  budget: { unit: 'working-days', amount: 3 },
  calendar: 'office',
  rungs: [{ percent: 100, actions: [{ kind: 'lapse' }] }],
} as const satisfies Extract<Step, { kind: 'pay' }>['clock'] | object

const pay: Step = {
  kind: 'pay',
  code: 'retribusi',
  fees: ['retribusi', 'pengantaran'],
  clock: { ...clock, rungs: [{ percent: 100, actions: [{ kind: 'lapse' }] }] },
  refund: { percent: 80, until: 'recommendation' },
}

/** Checked, paid, verified: the applicant has three working days to pay, then the case lapses. */
export const paidLicence: Flow = {
  ...licence,
  term: undefined,
  tracks: {
    ...licence.tracks,
    main: [completeness, pay, verification],
    lapse: [{ kind: 'notify', code: 'told', message: 'lapsed' }],
  },
  messages: [...licence.messages, 'bill', 'paid'],
}

/** The licence's service with a fee of Rp150.000, Rp20.000 more where it is sent home. */
export function paidDeps(signing: CaseDeps['signing']): Omit<CaseDeps, 'log'> {
  const deps = fixtureDeps({ signing })
  const { budget, ...rest } = clock
  const written = { ...pay, name: text('Retribusi'), clock: { ...budget, ...rest } }
  return {
    ...deps,
    catalogue: {
      ...deps.catalogue,
      service: async (code, version) => {
        const pinned = await deps.catalogue.service(code, version)
        const definition = {
          ...pinned.definition,
          conditions: { diantar: { field: 'diantar', is: true }, gratis: { field: 'gratis', is: true } },
          form: [
            {
              code: 'isi',
              title: text('Isi'),
              fields: ['diantar', 'gratis', 'bayar'].map((name) => ({ type: 'yes-no', name, label: text(name) })),
            },
          ],
          fees: [
            { code: 'retribusi', name: text('Retribusi'), amount: fee, when: 'bayar', source: 'contoh' },
            { code: 'pengantaran', name: text('Pengantaran'), amount: 20_000, when: 'diantar', source: 'contoh' },
          ],
          steps: [...pinned.definition.steps.slice(0, 2), written],
        }
        Object.assign(definition.conditions, { bayar: { not: { field: 'gratis', is: true } } })
        return { ...pinned, definition: definition as unknown as PinnedService['definition'] }
      },
    },
  }
}
