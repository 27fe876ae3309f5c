import { OssClient, type OssSettings } from '../oss/client.ts'
import { Oss } from '../oss/oss.ts'
import { SimbgClient, type SimbgSettings } from '../simbg/client.ts'
import { Simbg } from '../simbg/simbg.ts'
import { OutsideError, type OutsideSystem } from './outside-system.ts'

export type OutsideSettings = { oss?: OssSettings | undefined; simbg?: SimbgSettings | undefined }

/** The system of a code. Throws OutsideError `not-configured`, so that a case waits instead of failing. */
export type OutsideSystems = (code: string) => OutsideSystem

/** Every outside system that a `call` step can name: one line a folder. */
export function outsideSystems({ oss, simbg }: OutsideSettings): OutsideSystems {
  const systems: Record<string, OutsideSystem | undefined> = {
    oss: oss && new Oss(new OssClient(oss)),
    simbg: simbg && new Simbg(new SimbgClient(simbg)),
  }
  return (code) => {
    const system = systems[code]
    if (!system) throw new OutsideError('not-configured')
    return system
  }
}
