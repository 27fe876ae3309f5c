import type { ClockRule, Flow } from '../../../domain/service.ts'

const minutes = (amount: number): ClockRule => ({
  budget: { unit: 'working-minutes', amount },
  calendar: 'office',
  rungs: [
    { percent: 50, actions: [{ kind: 'remind' }] },
    { percent: 80, actions: [{ kind: 'warn', role: 'supervisor' }] },
    { percent: 100, actions: [{ kind: 'escalate', role: 'supervisor' }] },
  ],
})
const days = (amount: number): ClockRule => ({ ...minutes(1), budget: { unit: 'working-days', amount } })

/** A licence of the ordinary shape: checked for completeness, verified, signed, registered; silence approves after five days. */
export const licence: Flow = {
  service: 'izin-contoh',
  version: 1,
  issuer: 'own',
  term: {
    budget: { unit: 'working-days', amount: 5 },
    calendar: 'office',
    startsOn: 'complete',
    rungs: [
      { percent: 50, actions: [{ kind: 'warn', role: 'supervisor' }] },
      { percent: 80, actions: [{ kind: 'warn', role: 'supervisor' }] },
      { percent: 100, actions: [{ kind: 'deem', basis: 'uu-30-2014' }] },
    ],
  },
  tracks: {
    main: [
      {
        kind: 'review',
        code: 'completeness',
        desk: { role: 'counter', agency: 'dpmptsp' },
        clock: days(1),
        decisions: ['approve', 'return'],
        completesReceipt: true,
      },
      {
        kind: 'review',
        code: 'verification',
        desk: { role: 'verifier', agency: 'dpmptsp' },
        clock: days(2),
        decisions: ['approve', 'return', 'reject'],
      },
      {
        kind: 'review',
        code: 'recommendation',
        when: 'needs-visit',
        desk: { role: 'technical', agency: 'dinkes' },
        clock: days(2),
        decisions: ['approve'],
      },
      {
        kind: 'sign',
        code: 'signature',
        desk: { role: 'signer', agency: 'dpmptsp' },
        clock: days(1),
        decisions: ['sign', 'return', 'reject'],
        document: 'izin',
      },
      { kind: 'register', code: 'register', register: 'izin', document: 'izin' },
    ],
    rejection: [
      {
        kind: 'sign',
        code: 'letter',
        desk: { role: 'signer', agency: 'dpmptsp' },
        clock: days(1),
        decisions: ['sign'],
        document: 'penolakan',
      },
    ],
    deemed: [
      { kind: 'issue', code: 'issue', document: 'izin', agency: 'dpmptsp' },
      { kind: 'register', code: 'register', register: 'izin', document: 'izin' },
      {
        kind: 'review',
        code: 'supervision',
        desk: { role: 'supervisor', agency: 'dpmptsp' },
        clock: days(5),
        decisions: ['acknowledge'],
      },
    ],
  },
  messages: ['received', 'complete', 'returned', 'approved', 'rejected', 'deemed', 'withdrawn', 'warned'],
}
