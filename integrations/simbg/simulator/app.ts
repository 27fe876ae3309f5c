import { createHash } from 'node:crypto'
import express, { type Express, type RequestHandler } from 'express'
import { examplePdf } from '../../outside/simulator/example-pdf.ts'
import { answerChange, misbehave } from '../../outside/simulator/faults.ts'
import { openPlay } from '../../outside/simulator/page.ts'
import { Permohonan, Retribusi } from '../messages.ts'
import { playSimbg } from './play.ts'
import type { SimbgSimulator } from './simulator.ts'

/** The adapter's interface over HTTP, and a page to play SIMBG. */
export function simbgSimulatorApp(simbg: SimbgSimulator): Express {
  const { faults } = simbg
  const app = express()
  openPlay(app, faults)
  playSimbg(app, simbg)
  app.use('/v1', misbehave(faults), hasKey(simbg))

  app.put('/v1/berkas/:sha256', express.raw({ type: () => true, limit: '11mb' }), (request, response) => {
    const bytes: unknown = request.body
    const digest = createHash('sha256')
      .update(Buffer.isBuffer(bytes) ? bytes : '')
      .digest('hex')
    if (digest !== request.params.sha256) return void response.status(422).json({ pesan: 'sidik jari tidak cocok' })
    simbg.keepFile(digest)
    response.status(204).end()
  })

  app.post('/v1/permohonan', express.json({ limit: '1mb' }), (request, response) => {
    const read = Permohonan.safeParse(request.body)
    if (!read.success) return void response.status(422).json({ pesan: 'isi tidak dikenal' })
    if (!simbg.hasFiles(read.data)) return void response.status(422).json({ pesan: 'ada berkas yang belum dikirim' })
    answerChange(faults, response, 201, simbg.file(read.data).keadaan)
  })

  app.get('/v1/permohonan/:kunci', (request, response) => {
    const filed = simbg.find(request.params.kunci)
    if (filed) response.json(filed.keadaan)
    else response.status(404).json({ pesan: 'tidak ada' })
  })

  app.put('/v1/permohonan/:kunci/retribusi', express.json(), (request, response) => {
    const filed = simbg.find(request.params.kunci)
    const levy = Retribusi.safeParse(request.body)
    if (!filed || !levy.success) return void response.status(filed ? 422 : 404).json({ pesan: 'tidak dapat dicatat' })
    simbg.levy(filed, levy.data.jumlah)
    response.status(204).end()
  })

  app.get('/v1/permohonan/:kunci/dokumen', (request, response) => {
    const { keadaan, permohonan } = simbg.find(request.params.kunci) ?? {}
    if (keadaan?.status !== 'terbit') return void response.status(404).json({ pesan: 'belum ada' })
    const lines = ['PERSETUJUAN BANGUNAN GEDUNG', keadaan.nomor_pbg ?? '', permohonan?.pemohon.nama ?? '']
    response.type('application/pdf').send(Buffer.from(examplePdf(lines)))
  })
  return app
}

function hasKey({ options }: SimbgSimulator): RequestHandler {
  return (request, response, next) => {
    if (request.get('authorization') === `Bearer ${options.key}`) return next()
    response.status(401).json({ pesan: 'kunci tidak dikenal' })
  }
}
