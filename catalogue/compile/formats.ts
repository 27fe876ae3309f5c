import { nikPattern } from '../../domain/nik.ts'

const thirtyOne = '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])'
const thirty = '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)'
const february = '02-(?:0[1-9]|1\\d|2[0-8])'
const leapYear = '(?:\\d{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'

/**
 * Formats of the forms' schemas. Plain patterns, so that a compiled validator carries them along without a library and
 * server and browser cannot disagree.
 */
export const formats = {
  nik: new RegExp(nikPattern),
  phone: /^(?:\+62|62|0)8\d{8,11}$/,
  email:
    /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/,
  date: new RegExp(`^(?:\\d{4}-(?:${thirtyOne}|${thirty}|${february})|${leapYear}-02-29)$`),
  file: /^[A-Za-z0-9_-]{1,120}$/,
} as const
