import express, { type Express, type RequestHandler } from 'express'
import { isOssStatus } from '../../../domain/outside/oss-status.ts'
import { examplePdf } from '../../outside/simulator/example-pdf.ts'
import { answerChange, bodyOf, misbehave } from '../../outside/simulator/faults.ts'
import { openPlay } from '../../outside/simulator/page.ts'
import type { IzinFinal, IzinStatus } from '../messages.ts'
import { playOss } from './play.ts'
import type { OssSimulator } from './simulator.ts'

const base = '/v1/kl/rba'

/** OSS over HTTP, as its public description has it, and a page to play it. */
export function ossSimulatorApp(oss: OssSimulator): Express {
  const app = express()
  openPlay(app, oss.faults)
  playOss(app, oss)
  app.use(base, misbehave(oss.faults), hasKey(oss), express.json({ limit: '1mb' }))

  app.post(`${base}/inqueryNIB`, (request, response) => {
    const found = oss.find((bodyOf(request).INQUERYNIB ?? {}) as { nib?: string; npwp?: string })
    const reply = found
      ? { kode: 200, keterangan: 'Sukses', dataNIB: { ...found.nib, nama_perseroan: found.name } }
      : { kode: 400, keterangan: 'Data NIB tidak ditemukan', dataNIB: [] }
    response.json({ responinqueryNIB: reply })
  })

  app.post(`${base}/inqueryFileDS`, (request, response) => {
    const asked = bodyOf(request).INQUERYFILEDS as { id_permohonan_izin?: string } | undefined
    const found = oss.content.nibs.find(({ nib }) => nib.id_izin === asked?.id_permohonan_izin)
    const url = `http://${request.get('host')}${base}/file/download/${found?.nib.id_izin}`
    const reply = found
      ? { status: '200', keterangan: 'sukses', url_file_ds: url }
      : { status: '400', keterangan: 'data izin atau file DS tidak ditemukan' }
    response.json({ responInqueryFileDS: reply })
  })

  app.get(`${base}/file/download/:id`, (request, response) => {
    const found = oss.content.nibs.find(({ nib }) => nib.id_izin === request.params.id)
    if (!found) return void response.status(404).end()
    const lines = ['NOMOR INDUK BERUSAHA', found.nib.nib, found.name]
    response.type('application/pdf').send(Buffer.from(examplePdf(lines)))
  })

  app.post(`${base}/receiveLicenseStatus`, (request, response) => {
    const status = bodyOf(request).IZINSTATUS as IzinStatus | undefined
    if (!status?.id_izin || !isOssStatus(status.kd_status)) {
      const keterangan = 'Data izin tidak ditemukan'
      return void response.json({ responreceiveLicenseStatus: { kode: 400, keterangan, dataNIB: {} } })
    }
    oss.keepStatus(status)
    const reply = { kode: 200, keterangan: 'Sukses', dataNIB: {} }
    answerChange(oss.faults, response, 200, { responreceiveLicenseStatus: reply })
  })

  app.post(`${base}/checkLicenseStatus`, (request, response) => {
    const asked = bodyOf(request).CHECKLICENSESTATUS as { id_izin?: string } | undefined
    const last = oss.content.statuses.findLast(({ id_izin }) => id_izin === asked?.id_izin)
    const reply = last
      ? { kode: 200, keterangan: 'Sukses', dataIZIN: { id_izin: last.id_izin, kd_status: last.kd_status } }
      : { kode: 400, keterangan: 'Data izin tidak ditemukan', dataIZIN: {} }
    response.json({ responcheckLicenseStatus: reply })
  })

  app.post(`${base}/receiveLicense`, (request, response) => {
    const licence = bodyOf(request).IZINFINAL as IzinFinal | undefined
    if (!licence?.id_izin || !licence.nomor_izin) {
      const reply = { kode: 400, keterangan: 'Data Parameter Salah' }
      return void response.status(400).json({ responreceiveLicense: reply })
    }
    oss.keepLicence(licence)
    const reply = { kode: 200, keterangan: 'Sukses', nomor_izin: licence.nomor_izin }
    answerChange(oss.faults, response, 200, { responreceiveLicense: reply })
  })
  return app
}

function hasKey({ options }: OssSimulator): RequestHandler {
  return (request, response, next) => {
    if (request.get('user_key') === options.userKey) return next()
    response.status(401).json({ respon: { kode: 401, keterangan: 'User Akses Tidak Valid' } })
  }
}
