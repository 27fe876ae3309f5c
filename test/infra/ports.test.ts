import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { freePort, isPortFree, portNear } from '../../infra/servers/ports.ts'

test('a port in use is seen and gone around', async () => {
  const port = await freePort()
  expect(await isPortFree(port)).toBe(true)
  expect(await portNear(port)).toBe(port)
  const holder = createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  expect(await isPortFree(port)).toBe(false)
  expect(await portNear(port)).not.toBe(port)
  holder.close()
})
