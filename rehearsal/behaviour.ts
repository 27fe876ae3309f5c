import { parseArgs } from 'node:util'
import { type Behaviour, behaviours, usualBehaviour } from '../domain/rehearsal.ts'

export { type Behaviour, usualBehaviour }

/** Working days that pass before a signer on leave signs, before an applicant sends corrections, and before they pay. */
export const leaveDays = 7
export const correctingDays = 3
export const payingDays = 2

/** What was asked cannot be done, in words for whoever asked. */
export class RehearsalError extends Error {
  override name = 'RehearsalError'
  readonly text: { id: string; en: string }

  /** @param english the same, where people other than whoever typed the command may read it */
  constructor(message: string, english: string = message) {
    super(message)
    this.text = { id: message, en: english }
  }
}

/** @throws RehearsalError naming what there is */
export function behaviourOf(asked: Partial<Record<keyof Behaviour, string>>): Behaviour {
  const chosen: Record<string, string> = {}
  for (const [who, known] of Object.entries(behaviours)) {
    const value = asked[who as keyof Behaviour] ?? usualBehaviour[who as keyof Behaviour]
    if (!(known as readonly string[]).includes(value))
      throw new RehearsalError(`--${who} ${value} tidak dikenal. Yang ada: ${known.join(', ')}`)
    chosen[who] = value
  }
  return chosen as Behaviour
}

export type Asked = {
  service: string
  behaviour: Behaviour
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, the office's own time. */
  at?: string
  /** Folder of the pack that is played; the regency's own without one. */
  pack?: string
  definition?: string
  draft: boolean
  answers?: string
  history: boolean
  months: number
  json: boolean
  /** Progress and story as JSON, one object a line, for a process that follows. */
  lines: boolean
}

export const usage = `Pakai: npm run rehearse -- <layanan> [--officers ${behaviours.officers.join('|')}] [--citizen ${behaviours.citizen.join('|')}]
         [--signer ${behaviours.signer.join('|')}] [--payer ${behaviours.payer.join('|')}] [--systems ${behaviours.systems.join('|')}] [--at 2027-03-01] [--definition berkas.json | --draft] [--answers berkas.json] [--json | --json-lines]
         [--pack folder]
   atau: npm run rehearse -- <layanan> --against history [--months 6] [--definition berkas.json | --draft] [--json]`

/** @throws RehearsalError */
export function readArguments(args: string[]): Asked {
  const { values, positionals } = parsed(args)
  const [service, ...more] = positionals
  if (!service || more.length > 0) throw new RehearsalError(usage)
  const { against, months = '6', at } = values
  if (against !== undefined && against !== 'history')
    throw new RehearsalError(`--against ${against} tidak dikenal. Yang ada: history`)
  if (!/^([1-9]|[1-5]\d|60)$/.test(months)) throw new RehearsalError('--months harus 1 sampai 60')
  if (at !== undefined && !isMoment(at))
    throw new RehearsalError(`--at ${at} bukan tanggal. Tulis 2027-03-01 atau 2027-03-01T09:30`)
  if (values.draft && values.definition) throw new RehearsalError('Pilih salah satu: --draft atau --definition')
  const { officers, citizen, signer, payer, systems, pack, definition, draft = false, answers, json = false } = values
  return {
    service,
    behaviour: behaviourOf({ officers, citizen, signer, payer, systems }),
    ...{ at, pack, definition, draft, answers, json },
    lines: values['json-lines'] ?? false,
    history: against === 'history',
    months: Number(months),
  }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{
          officers: text,
          citizen: text,
          signer: text,
          payer: text,
          systems: text,
          at: text,
          definition: text,
          answers: text,
        },
        ...{ against: text, months: text, draft: flag, json: flag, pack: text, 'json-lines': flag },
      },
    })
  } catch (error) {
    throw new RehearsalError(`${(error as Error).message.split('. ')[0]}.\n${usage}`)
  }
}

function isMoment(text: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})?$/.exec(text) ?? []
  const moment = new Date(`${text.length === 10 ? `${text}T00:00` : text}Z`)
  return day !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
}
