/** Everything on one machine: servers, screens, data, mail, worker and API. */

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
import { buildScreens } from '../infra/local/screens.ts'
import { localSettings } from '../infra/local/settings.ts'
import { together } from '../infra/local/together.ts'
import { webAddress } from '../infra/local/web-address.ts'

await runLocal(async (around) => {
  const { stop, progress, home, lock } = around
  const { host, port } = webAddress()
  await requirePort(port, host, 'start')
  const servers = await startLocalServers(around)
  await stop.step(() => buildScreens(progress))
  const mail = await stop.step(() => startLocalMail(around, port))
  const payment = await stop.step(() => startLocalPayment(around, { host, port }))
  const outside = await stop.step(() => startLocalOutside(around, port))
  const signing = await stop.step(() => startLocalBsre(around, port))
  const others = { ...payment.variables, ...outside.variables, ...signing }
  const { env, variables, addresses } = localSettings(home, servers, { SMTP_URL: mail.smtpUrl, ...others })
  await stop.step(() => prepareData(variables))
  lock.publish(addresses)
  await together([() => startParts(around, variables), () => stop.step(() => prepareDemo(env, variables))])
  progress.line(
    readyBlock({
      portal: env.PUBLIC_URL,
      admin: `${env.PUBLIC_URL}/admin`,
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
