import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

/** Who listens on a TCP port of this machine, as `node server.js (process 123)`; undefined when the system does not tell. */
export function portHolder(port: number): string | undefined {
  try {
    const pid = process.platform === 'linux' ? linuxHolder(port) : lsofHolder(port)
    if (pid === undefined) return undefined
    const words = execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ')
    const named = words.slice(0, 2).map((word) => basename(word))
    return `${named.join(' ') || 'a program'} (process ${pid})`
  } catch {
    return undefined
  }
}

function lsofHolder(port: number): number | undefined {
  const found = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' })
  return Number.parseInt(found, 10) || undefined
}

/** Through /proc, since slim systems have neither lsof nor ss. */
function linuxHolder(port: number): number | undefined {
  const socket = `socket:[${listeningInode(port)}]`
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const descriptor of entries(`/proc/${pid}/fd`)) {
      if (linkOf(`/proc/${pid}/fd/${descriptor}`) === socket) return Number(pid)
    }
  }
  return undefined
}

function listeningInode(port: number): string | undefined {
  const listening = '0A'
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0')
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n')) {
      const fields = line.trim().split(/\s+/)
      if (fields[1]?.endsWith(`:${hexPort}`) && fields[3] === listening) return fields[9]
    }
  }
  return undefined
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
