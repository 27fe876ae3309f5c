/** As `npm start`, with hot reload: Vite serves the screens, worker and API restart when their code changes. */
import { startLocalBsre } from '../infra/local/bsre.ts'
import { demoPassword, demoPeople } from '../infra/local/demo-people.ts'
import { requirePort, startLocalServers } from '../infra/local/machine.ts'
import { startLocalMail } from '../infra/local/mail.ts'
import { startLocalOutside } from '../infra/local/outside.ts'
import { startParts } from '../infra/local/parts.ts'
import { startLocalPayment } from '../infra/local/payment.ts'
import { prepareData, prepareDemo } from '../infra/local/prepare-data.ts'
import { readyBlock } from '../infra/local/ready-block.ts'
import { startLocalRehearser } from '../infra/local/rehearser.ts'
import { runLocal } from '../infra/local/run-local.ts'
import { localSettings } from '../infra/local/settings.ts'
import { together } from '../infra/local/together.ts'
import { startVite } from '../infra/local/vite.ts'
import { watchSources } from '../infra/local/watch-sources.ts'
import { webAddress } from '../infra/local/web-address.ts'

await runLocal(async (around) => {
  const { stop, progress, home, lock } = around
  const { host, port } = webAddress()
  await requirePort(port, host, 'run dev')
  const servers = await startLocalServers(around)
  const mail = await stop.step(() => startLocalMail(around, port))
  const payment = await stop.step(() => startLocalPayment(around, { host, port }))
  const outside = await stop.step(() => startLocalOutside(around, port))
  const signing = await stop.step(() => startLocalBsre(around, port))
  const others = { ...payment.variables, ...outside.variables, ...signing }
  const { env, variables, addresses } = localSettings(home, servers, { SMTP_URL: mail.smtpUrl, ...others })
  await stop.step(() => prepareData(variables))
  lock.publish(addresses)
  const [restart] = await together([
    () => startParts(around, variables),
    () => stop.step(() => prepareDemo(env, variables)),
  ])
  const unwatch = watchSources(() => {
    progress.line('Sources changed: worker and API start anew')
    void restart()
  })
  stop.onStop(unwatch)
  const screens = await startVite(around, env.PUBLIC_URL)
  progress.line(
    readyBlock({
      ...screens,
      api: env.PUBLIC_URL,
      temporalUi: servers.temporalUi,
      mailPage: mail.page,
      paymentPage: payment.page,
      played: outside.pages,
      home,
      people: env.DEMO ? demoPeople(variables.REGENCY ?? '') : [],
      password: demoPassword,
    }),
  )
  await startLocalRehearser(around, variables)
})
