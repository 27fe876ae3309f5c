/**
 * The only file that runs on the machine's own Node (20 or newer), so plain JavaScript without packages: installs what
 * is missing, then hands over to `bin/<command>.ts` on the Node pinned in package.json.
 */
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const [command, ...rest] = process.argv.slice(2)

const entry = join(root, 'bin', `${command}.ts`)
if (!command || !existsSync(entry)) {
  const known = readdirSync(join(root, 'bin')).flatMap((file) => (file.endsWith('.ts') ? file.slice(0, -3) : []))
  fail(`There is no command "${command ?? ''}". Known: ${known.join(', ')}`)
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node 20 or newer is needed, this is ${process.version}.\nTo mend it: install Node from https://nodejs.org`)
}

if (!isInstalled()) await install()
await handOver()

/** Whether what npm last installed is what the lockfile asks for, packages for other platforms aside. */
function isInstalled() {
  const installed = readPackages(join(modules, '.package-lock.json'))
  const wanted = readPackages(join(root, 'package-lock.json'))
  if (!installed || !wanted || !existsSync(pinnedNode())) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) => path === '' || optional || peer || installed[path]?.version === version,
  )
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

async function install() {
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail(
      `node_modules is a link to ${realpathSync(modules)}, which npm ci would empty.\nTo mend it: run npm ci there, or remove the link`,
    )
  }
  const packages = Object.entries(readPackages(join(root, 'package-lock.json')) ?? {})
  const here = ({ os, cpu }) =>
    (os ?? [process.platform]).includes(process.platform) && (cpu ?? [process.arch]).includes(process.arch)
  const paths = packages.flatMap(([path, entry]) => (path !== '' && here(entry) ? path : []))
  process.stdout.write(`Installing ${paths.length} packages (npm ci); this takes a minute or two the first time\n`)
  const timer = setInterval(
    () => {
      const done = paths.filter((path) => existsSync(join(root, path, 'package.json'))).length
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K  ${done} of ${paths.length}`)
      else if (done > 0) process.stdout.write(`  ${done} of ${paths.length}\n`)
    },
    process.stdout.isTTY ? 500 : 10_000,
  )
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']
  const { code, errors } = await run(npm, args, ['ignore', 'ignore', 'pipe'], npm.endsWith('.cmd'))
  clearInterval(timer)
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K')
  if (code === 0 && !existsSync(pinnedNode())) {
    fail(
      'The pinned Node was not put in place: npm kept the package "node" from running its script.\nTo mend it: npm rebuild node',
    )
  }
  if (code === 0) return void process.stdout.write('✓ packages installed\n')
  if (code === 'ENOENT') fail('npm is missing.\nTo mend it: install Node with npm from https://nodejs.org')
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(errors)
  if (offline)
    fail(`The npm registry is not reached.\n${errors.trim()}\nTo mend it: connect and run npm ${command} again`)
  fail(`npm ci failed:\n${errors.trim()}\nTo mend it: npm ci`)
}

function pinnedNode() {
  return join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

async function handOver() {
  process.env.PATH = [join(modules, '.bin'), process.env.PATH].join(delimiter)
  // Every process of the house reads the same few hundred files: compiled once, each starts in half the time.
  process.env.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'node')
  const { code, signal } = await run(pinnedNode(), [entry, ...rest], 'inherit', false)
  if (signal) process.kill(process.pid, signal)
  process.exit(typeof code === 'number' ? code : 1)
}

/** Ctrl-C reaches the child by itself; it decides when to end. Other signals are passed on. */
function run(program, args, stdio, shell) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio, shell })
    let errors = ''
    child.stderr?.on('data', (chunk) => {
      errors += chunk
    })
    const ignore = () => {}
    const passOn = (signal) => child.kill(signal)
    process.on('SIGINT', ignore).on('SIGTERM', passOn).on('SIGHUP', passOn)
    const orphaned = watchNpm(() => passOn('SIGTERM'))
    child.on('error', (error) => resolve({ code: error.code, errors: error.message }))
    child.on('close', (code, signal) => {
      clearInterval(orphaned)
      process.off('SIGINT', ignore).off('SIGTERM', passOn).off('SIGHUP', passOn)
      resolve({ code, signal, errors })
    })
  })
}

/** npm that is killed takes its shell with it but leaves this process behind, without a word. */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return undefined
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    gone()
  }, 500)
  return timer
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
