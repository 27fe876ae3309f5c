import pc from 'picocolors'
import { longDateTime } from '../../domain/indonesian-time.ts'
import { rupiah } from '../../domain/payment/rupiah.ts'
import { type Compared, type Comparison, differs, type Ending } from './compare.ts'

const names: Record<string, string> = {
  approved: 'disetujui',
  'deemed-approved': 'dianggap dikabulkan',
  rejected: 'ditolak',
  withdrawn: 'dicabut',
  lapsed: 'lewat waktu',
  merged: 'digabungkan',
  open: 'belum selesai',
}

/** The screen shows no more rows than this; all of them are in `--json`. */
const mostRows = 40

/** A table of what would have come out differently, and the totals. */
export function comparisonLines({ service, since, rows, totals }: Comparison, utcOffsetMinutes: number): string[] {
  const when = (at: number | null) => (at === null ? '–' : longDateTime(at, utcOffsetMinutes))
  const changed = rows.filter(differs)
  const width = Math.max(0, ...changed.map(({ number }) => number.length))
  return [
    `${pc.bold(service)}: ${totals.cases} perkara selesai sejak ${when(Date.parse(since))}`,
    '',
    ...changed.slice(0, mostRows).map((row) => `${row.number.padEnd(width)}  ${changesOf(row).join('; ')}`),
    ...(changed.length > mostRows ? [pc.dim(`… dan ${changed.length - mostRows} lagi (lihat --json)`)] : []),
    '',
    `${totals.same} sama, ${pc.yellow(`${changed.length} berbeda`)}, ${totals.untold} tidak dapat diputar ulang`,
    beside('putusan', shown(totals.outcomes.was), shown(totals.outcomes.now)),
    beside('lewat jatuh tempo', totals.breached.was, totals.breached.now),
    beside('dianggap dikabulkan', totals.deemed.was, totals.deemed.now),
    beside('biaya', rupiah(totals.fees.was), rupiah(totals.fees.now)),
    ...reasons(rows),
  ]

  function changesOf({ was, now, assumed, dropped }: Compared): string[] {
    if (!now) return []
    const of = (name: string, shown: (ending: Ending) => string) =>
      shown(was) === shown(now) ? [] : [`${name} ${pc.dim(shown(was))} → ${pc.bold(shown(now))}`]
    return [
      ...of('', ({ outcome }) => names[outcome ?? 'open'] ?? ''),
      ...of('jatuh tempo', ({ dueAt }) => when(dueAt)),
      ...of('tepat waktu', ({ met }) => (met === null ? '–' : met ? 'ya' : 'tidak')),
      ...of('biaya', ({ fees }) => rupiah(fees)),
      ...(assumed.length > 0 ? [pc.dim(`langkah baru dianggap seketika: ${assumed.join(', ')}`)] : []),
      ...(dropped.length > 0 ? [pc.dim(`langkah yang hilang: ${dropped.join(', ')}`)] : []),
    ].map((text) => text.trim())
  }
}

const beside = (name: string, was: string | number, now: string | number) =>
  `${name}: ${was === now ? was : `${pc.dim(String(was))} → ${pc.bold(String(now))}`}`

function shown(counts: Record<string, number>): string {
  return Object.entries(counts)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([outcome, count]) => `${count} ${names[outcome] ?? outcome}`)
    .join(', ')
}

function reasons(rows: Compared[]): string[] {
  const counts = new Map<string, number>()
  for (const { untold } of rows) if (untold) counts.set(untold, (counts.get(untold) ?? 0) + 1)
  return [...counts].map(([why, count]) => pc.dim(`  ${count} tidak dapat diputar ulang: ${why}`))
}
