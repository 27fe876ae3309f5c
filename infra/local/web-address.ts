/** Where the site listens: `HOST` and `PORT`, 127.0.0.1:3000 by default. Throws naming the variable. */
export function webAddress(): { host: string; port: number } {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT: must be a number from 1 to 65535, not "${process.env.PORT}"`)
  }
  return { host: process.env.HOST || '127.0.0.1', port }
}
