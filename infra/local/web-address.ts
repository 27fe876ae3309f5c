/** Where the site listens: `HOST` and `PORT`, 127.0.0.1:3000 by default; checked once more by `readEnv`. */
export function webAddress(): { host: string; port: number } {
  return { host: process.env.HOST || '127.0.0.1', port: Number(process.env.PORT || 3000) }
}
