/** Something wrong with a row, told so that the office can mend it. Values are never quoted: they are people's. */
export type RowProblem = {
  /** In the file, from 1. */
  line: number
  /** Column, or dotted name, `answers.tanggalStr`; empty for the row as a whole. */
  field: string
  what: string
  mend: string | null
  /** A warning does not stop the row. */
  severity: 'error' | 'warning'
}

export type Complaint = Omit<RowProblem, 'line' | 'severity'> & { severity?: RowProblem['severity'] }

export function problemAt(line: number, { severity = 'error', ...rest }: Complaint): RowProblem {
  return { line, severity, ...rest }
}

/** A row that cannot be taken over, with everything that is wrong about it. */
export class RowRefused extends Error {
  override name = 'RowRefused'
  readonly complaints: readonly Complaint[]
  constructor(complaints: readonly Complaint[]) {
    super(complaints.map(({ field, what }) => `${field}: ${what}`).join('; '))
    this.complaints = complaints
  }
}

export const isError = ({ severity }: Pick<RowProblem, 'severity'>) => severity === 'error'
