import pc from 'picocolors'
import type { Story } from './story.ts'

const outcomes = {
  approved: pc.green('disetujui'),
  'deemed-approved': pc.yellow('dianggap dikabulkan karena jangka waktu habis'),
  rejected: pc.red('ditolak'),
  withdrawn: pc.yellow('dicabut pemohon'),
  lapsed: pc.red('ditutup karena batas waktu pemohon habis'),
  merged: 'digabungkan',
} as const

/** A rehearsal as lines for a screen: what happened, who was told, what was signed, what time it took. */
export function storyLines(story: Story): string[] {
  const { service, lines, told, signed, clocks, term, outcome, restsOn } = story
  const byLine = new Map<number, Story['told']>()
  for (const each of told) byLine.set(each.seq, [...(byLine.get(each.seq) ?? []), each])
  const seqs = [...new Set([...lines.map(({ seq }) => seq), ...told.map(({ seq }) => seq)])].sort((a, b) => a - b)
  let before = ''
  const happened = seqs.flatMap((seq) => {
    const line = lines.find((each) => each.seq === seq)
    const all: string[] = []
    if (line) {
      if (line.when !== before) all.push(pc.bold(line.when))
      before = line.when
      all.push(`  ${line.text} ${pc.dim(line.who)}`)
      if (line.due) all.push(pc.cyan(`    jatuh tempo ${line.due}`))
    }
    return [...all, ...(byLine.get(seq) ?? []).map(({ to, subject }) => pc.dim(`    → ${to}: ${subject}`))]
  })
  return [
    `${pc.bold(service.name)} ${pc.dim(`${service.code} versi ${service.version}`)}`,
    '',
    ...happened,
    '',
    ...signed.map(({ title, number, by, when }) => `${pc.green('✎')} ${title} ${number}, oleh ${by}, ${when}`),
    ...clocks.map(clockLine),
    ...(term ? [`${term.met ? pc.green('✓') : pc.red('✗')} jatuh tempo seluruhnya ${term.due}`] : []),
    outcome ? `${pc.bold('Selesai:')} ${outcomes[outcome]}` : `${pc.red('Berhenti selamanya')}, menunggu ${restsOn}`,
  ]
}

function clockLine({ name, amount, unit, spent, breached }: Story['clocks'][number]): string {
  const kind = unit === 'working-days' ? 'hari kerja' : 'menit kerja'
  const used = `${spent.toLocaleString('id-ID')} dari ${amount} ${kind}`
  return `${breached ? pc.red('✗') : pc.green('✓')} ${name}: ${breached ? pc.red(used) : used}`
}
