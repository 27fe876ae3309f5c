import type { StoredFile } from '../../../contracts/files.ts'
import { uploadFile } from '../client/files.ts'
import { newKey } from '../client/key.ts'
import { asFailure, type CallFailure } from '../client/problem.ts'
import type { DraftFile } from './draft.ts'
import { type FileRules, prepareFile, type Refusal } from './prepare-file.ts'
import { deleteFile, saveFile } from './store.ts'

/** How one file stands: being made ready, waiting its turn or for the network, on its way, failed, with the office. */
export type Slot =
  | { phase: 'preparing' }
  | { phase: 'refused'; refusal: Refusal }
  | { phase: 'waiting' | 'done'; file: DraftFile }
  | { phase: 'sending'; file: DraftFile; share: number }
  | { phase: 'failed'; file: DraftFile; failure: CallFailure }

export type Slots = Readonly<Record<string, Slot>>

/**
 * The files of one draft: kept on the device, sent one at a time (a thin line is not shared), each under one key however
 * often it is tried.
 */
export class Uploads {
  readonly #draft: string
  #slots: Slots = {}
  #sending = false
  #abort = new AbortController()
  readonly #listeners = new Set<() => void>()

  constructor(draft: string, files: readonly DraftFile[]) {
    this.#draft = draft
    for (const file of files) this.#set(file.slot, { phase: file.stored ? 'done' : 'waiting', file })
  }

  readonly slots = () => this.#slots

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Begins to send what waits; called again when the network is back. */
  readonly resume = () => {
    for (const [slot, state] of Object.entries(this.#slots))
      if (state.phase === 'failed' && state.failure.outcomeUnknown)
        this.#set(slot, { phase: 'waiting', file: state.file })
    this.#sendNext()
  }

  readonly stop = () => {
    this.#abort.abort()
    this.#abort = new AbortController()
  }

  readonly add = async (slot: string, chosen: File, rules: FileRules) => {
    this.#set(slot, { phase: 'preparing' })
    const prepared = await prepareFile(chosen, rules)
    if (typeof prepared === 'string') return this.#set(slot, { phase: 'refused', refusal: prepared })
    const file: DraftFile = {
      draft: this.#draft,
      slot,
      ...prepared,
      size: prepared.blob.size,
      key: newKey(),
      stored: null,
    }
    await saveFile(file).catch(() => undefined)
    this.#set(slot, { phase: 'waiting', file })
    this.#sendNext()
  }

  readonly retry = (slot: string) => {
    const state = this.#slots[slot]
    if (state?.phase !== 'failed') return
    const file = state.failure.outcomeUnknown ? state.file : { ...state.file, key: newKey() }
    this.#set(slot, { phase: 'waiting', file })
    this.#sendNext()
  }

  /** The office no longer has the file: it is sent again under a new key. */
  readonly sendAgain = (slot: string) => {
    const state = this.#slots[slot]
    if (state?.phase !== 'done') return
    this.#set(slot, { phase: 'waiting', file: { ...state.file, key: newKey(), stored: null } })
    this.#sendNext()
  }

  readonly remove = async (slot: string) => {
    const { [slot]: _, ...rest } = this.#slots
    this.#slots = rest
    this.#tell()
    await deleteFile(this.#draft, slot).catch(() => undefined)
  }

  async #sendNext(): Promise<void> {
    const next = Object.entries(this.#slots).find(([, state]) => state.phase === 'waiting')
    if (this.#sending || !next) return
    const [slot, state] = next
    if (state.phase !== 'waiting') return
    const { file } = state
    this.#sending = true
    this.#set(slot, { phase: 'sending', file, share: 0 })
    try {
      const stored = await uploadFile({
        file: file.blob,
        name: file.name,
        key: file.key,
        onProgress: (share) => this.#ifCurrent(slot, file, { phase: 'sending', file, share }),
        signal: this.#abort.signal,
      })
      await this.#keepStored(slot, file, stored)
    } catch (error) {
      this.#ifCurrent(slot, file, { phase: 'failed', file, failure: asFailure(error) })
    } finally {
      this.#sending = false
      this.#sendNext()
    }
  }

  async #keepStored(slot: string, file: DraftFile, stored: StoredFile): Promise<void> {
    const done = { ...file, stored }
    if (this.#ifCurrent(slot, file, { phase: 'done', file: done })) await saveFile(done).catch(() => undefined)
  }

  /** Sets the slot unless another file has taken it meanwhile. */
  #ifCurrent(slot: string, file: DraftFile, state: Slot): boolean {
    const now = this.#slots[slot]
    if (!now || !('file' in now) || now.file.key !== file.key) return false
    this.#set(slot, state)
    return true
  }

  #set(slot: string, state: Slot): void {
    this.#slots = { ...this.#slots, [slot]: state }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
