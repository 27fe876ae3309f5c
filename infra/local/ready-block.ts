import { relative } from 'node:path'
import pc from 'picocolors'
import type { Home } from './home.ts'

export interface ReadyBlock {
  portal: string
  admin: string
  api: string
  temporalUi: string | undefined
  mailPage: string | undefined
  /** Where demo bills are paid. */
  paymentPage: string | undefined
  /** Pages on which a person plays a system that is not ours. */
  played: { oss?: string; simbg?: string }
  home: Home
  people: Array<{ title: string; email: string }>
  password: string
}

/** The last thing a start says: where everything is, and who can sign in. */
export function readyBlock({
  portal,
  admin,
  api,
  temporalUi,
  mailPage,
  paymentPage,
  played,
  home,
  people,
  password,
}: ReadyBlock): string {
  const places: Array<[string, string | undefined]> = [
    ['Portal', portal],
    ['Back office', admin],
    ['API docs', `${api}/api/docs`],
    ['Temporal', temporalUi],
    ['Outgoing mail', mailPage],
    ['Demo bank', paymentPage],
    ['Play OSS', played.oss],
    ['Play SIMBG', played.simbg],
  ]
  const width = Math.max(...people.map(({ email }) => email.length), 13) + 2
  return [
    '',
    pc.bold(pc.green('Lontar is ready')),
    ...places.flatMap(([name, url]) => (url ? `  ${name.padEnd(width)}${pc.cyan(url)}` : [])),
    '',
    ...(people.length > 0 ? [pc.bold(`Demo people, password ${password}`)] : []),
    ...people.map(({ title, email }) => `  ${email.padEnd(width)}${title}`),
    '',
    pc.dim(`Logs: ${relative(process.cwd(), home.logs)}   Empty the data: npm run reset   Stop: Ctrl-C`),
  ].join('\n')
}
