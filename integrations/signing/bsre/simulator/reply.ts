/** What the simulator answers. */
export type Reply = { status: number; headers: Record<string, string>; body: Buffer }

export function json(status: number, value: object, headers: Record<string, string> = {}): Reply {
  const body = Buffer.from(JSON.stringify(value))
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body }
}

export function file(body: Uint8Array, headers: Record<string, string>): Reply {
  return { status: 200, headers: { 'Content-Type': 'application/pdf', ...headers }, body: Buffer.from(body) }
}

export function page(status: number, words: string): Reply {
  const body = Buffer.from(`<!doctype html><html lang="id"><title>${words}</title><h1>${words}</h1></html>`)
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body }
}
