import { askedForm } from '../../catalogue/compile/asked-form.ts'
import { fieldsOfForm } from '../../catalogue/compile/conditions.ts'
import { compileForm } from '../../catalogue/compile/form.ts'
import type { ApplicationDetail } from '../../contracts/applications.ts'
import type { TaskState } from '../../domain/case/state.ts'
import { mayCorrect } from './allowed.ts'
import { masked } from './answers.ts'
import { iso } from './clock.ts'
import type { CaseFolder } from './folder.ts'
import type { Reader } from './reader.ts'
import type { CaseWords } from './words.ts'

type Opinion = ApplicationDetail['opinions'][number]
type Seated = TaskState & { seat: string }

/** What those who were asked at once have answered, in the order in which they were asked: the office's affair, not the applicant's. */
export function opinionsOf(folder: CaseFolder, reader: Reader, words: CaseWords): Opinion[] {
  const { application } = folder
  if (mayCorrect(reader.person, application)) return []
  return Object.values(application.state.tasks)
    .filter((task): task is Seated => task.seat !== undefined)
    .flatMap((task) => opinionOf(task, folder, reader, words) ?? [])
}

function opinionOf(task: Seated, { acts, names }: CaseFolder, reader: Reader, words: CaseWords): Opinion | null {
  const step = words.steps[task.track].find(({ code }) => code === task.step)
  const seat = step?.kind === 'consult' ? step.panel.find(({ code }) => code === task.seat) : undefined
  if (!step || !seat) return null
  const last = task.decided.at(-1)
  const act = acts.get(last?.decisionId ?? '')
  const said = act?.kind === 'decision' ? act.content : null
  const form = askedForm(step, task.seat)
  const compiled = form && said?.answers ? compileForm(form, reader.language) : null
  return {
    task: task.id,
    step: step.name,
    seat: seat.name,
    office: words.office(task.desk),
    veto: seat.veto === true,
    status: task.status,
    decision: last?.decision ?? null,
    by: last ? (names.get(last.by) ?? last.by) : null,
    at: last ? iso(last.at) : null,
    note: said?.note ?? null,
    form: compiled && { schema: { ...compiled.schema }, uiSchema: { ...compiled.uiSchema }, pages: compiled.pages },
    answers: form && said?.answers ? masked(fieldsOfForm(form), said.answers) : null,
  }
}
