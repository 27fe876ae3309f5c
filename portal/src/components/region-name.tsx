import { readRegions } from '../client/regions.ts'
import { useResource } from '../client/use-resource.ts'

/** A village's name with its district; the code until the names have come. */
export function RegionName({ code }: { code: string | undefined }) {
  return code ? <Named code={code} /> : null
}

function Named({ code }: { code: string }) {
  const district = code.slice(0, 8)
  const regency = code.slice(0, 5)
  const villages = useResource(code.length === 13 ? `regions:${district}` : null, (signal) =>
    readRegions(district, signal),
  )
  const districts = useResource(code.length >= 8 ? `regions:${regency}` : null, (signal) =>
    readRegions(regency, signal),
  )
  const names = [
    villages.data?.find((one) => one.code === code)?.name,
    districts.data?.find((one) => one.code === district)?.name,
  ].filter(Boolean)
  return <>{names.length > 0 ? names.join(', ') : code}</>
}
