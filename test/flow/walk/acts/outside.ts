import { isClosed } from '../../../../domain/case/state.ts'
import { type Act, done, type Scene, told } from '../scene.ts'
import { patienceMs } from '../settings.ts'

const on = new Date('2026-11-28T03:00:00Z')

/** OSS and SIMBG answer, refuse, tell twice; and a supervisor has them asked again. */
export function outsideActs(scene: Scene): Act[] {
  return Object.values(scene.now.state.calls ?? {}).flatMap(({ id, system, status }) => {
    const isOpen = status === 'open' && !isClosed(scene.now.state)
    const answers = system === 'oss' ? fromOss(scene, isOpen) : fromSimbg(scene, id, isOpen)
    return [...answers, retry(scene, id, isOpen)]
  })
}

function fromOss({ house, hand, now }: Scene, isOpen: boolean): Act[] {
  if (!isOpen) return []
  return [
    {
      name: 'OSS issues, and tells of it twice',
      weight: 6,
      expects: 'kept',
      send: async () => {
        const kbli = [String(now.answers.kbli)]
        const issued = house.oss.issue({ nik: hand.nik, name: 'Wahyu Pemohon', kbli, on })
        await Promise.all([house.oss.push(issued), house.oss.push(issued)])
        await house.until(now._id, { waiting: { kind: 'nobody' } }, patienceMs)
        return done
      },
    },
  ]
}

function fromSimbg({ house, now }: Scene, call: string, isOpen: boolean): Act[] {
  const filed = house.simbg.find(call)
  if (!filed) return []
  const answer = (how: 'issue' | 'refuse'): Act => ({
    name: isOpen ? `SIMBG answers: ${how}` : `SIMBG answers ${call} too late: ${how}`,
    weight: isOpen ? 5 : 0.3,
    expects: isOpen ? 'kept' : 'nothing',
    send: async () => {
      if (how === 'issue') house.simbg.issue(filed, on)
      else house.simbg.refuse(filed, 'Melanggar sempadan sungai')
      await house.simbg.tell(filed)
      if (isOpen)
        await house.until(
          now._id,
          { state: { calls: { [call]: { status: how === 'issue' ? 'done' : 'refused' } } } },
          patienceMs,
        )
      return done
    },
  })
  return isOpen || filed.keadaan.status === 'diproses' ? [answer('issue'), answer('refuse')] : []
}

function retry({ house, hand }: Scene, call: string, isOpen: boolean): Act {
  const path = `/api/applications/${hand.receipt.id}/calls/${encodeURIComponent(call)}/retry`
  const offer = { name: `has ${call} asked again`, weight: 0.5, expects: isOpen ? ('nothing' as const) : ['call-over'] }
  return told(house, offer, 'supervisor', path, {})
}
