import type { Phrases } from '../keys.ts'
import { account, cases, help, messages } from './account.ts'
import { appeal } from './appeal.ts'
import { apply, form } from './apply.ts'
import { clock, status, track, verify, waiting } from './case.ts'
import { caseFile, correct } from './case-file.ts'
import { common, failure, network, notFound, time } from './common.ts'
import { compliance } from './compliance.ts'
import { home, service } from './home.ts'
import { payment } from './payment.ts'
import { licences, register, standing } from './register.ts'

export const en: Phrases = {
  common,
  time,
  failure,
  network,
  notFound,
  home,
  service,
  status,
  waiting,
  clock,
  track,
  verify,
  account,
  cases,
  messages,
  help,
  form,
  apply,
  caseFile,
  correct,
  appeal,
  standing,
  register,
  compliance,
  licences,
  payment,
}
