import { allHandlersFinished, condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow'
import type { EntryActivities } from './activities.ts'
import { EntryFile } from './entry-file.ts'
import { type EntryInput, entryState } from './messages.ts'
import { receiveOffice } from './office.ts'

const { tellRenewed } = proxyActivities<Pick<EntryActivities, 'tellRenewed'>>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
})

/** Acts of one run before it goes on as a new one, so that no history grows for decades. */
const mostTold = 50

/**
 * The life of a licence: it sleeps until the next thing that time brings, goes on as a new run, does it, and sleeps again.
 * A run is one wake-up and the acts until the next; it ends where time brings nothing more, and an act starts it again.
 * It wakes under whatever code then runs, never under the one it fell asleep with: no versioning behaviour but AUTO_UPGRADE
 * may ever be given to it, and the server refuses any from workers that belong to no deployment.
 */
export async function registerEntry(input: EntryInput): Promise<void> {
  const file = new EntryFile(input)
  setHandler(entryState, () => file.state)
  receiveOffice(file)

  const { regency, entry, entered, told } = input
  if (entered.renews && !told) await tellRenewed({ regency, entry: entered.renews, renewal: entry })
  await file.open()
  await file.catchUp()
  if (!file.ended) await sleep(file)
  await condition(allHandlersFinished)
  if (!file.ended) await continueAsNew<typeof registerEntry>({ regency, entry, entered, told: file.told })
}

/** Until the next wake-up, or until it has ended or heard enough for one run. */
async function sleep(file: EntryFile): Promise<void> {
  const over = () => file.ended || file.told.length >= mostTold
  for (;;) {
    const { due } = file
    const changed = () => over() || file.due?.at !== due?.at || file.due?.kind !== due?.kind
    const wait = due ? due.at - Date.now() : null
    if (wait !== null && wait <= 0) return
    const woken = wait === null ? await condition(changed).then(() => false) : !(await condition(changed, wait))
    if (woken || over()) return
  }
}
