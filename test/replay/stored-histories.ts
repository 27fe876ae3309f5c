import { readdirSync, readFileSync } from 'node:fs'
import { temporal } from '@temporalio/proto'

const folder = new URL('./histories/', import.meta.url)

export const releases = readdirSync(folder).sort()
export const storiesOf = (release: string) => readdirSync(new URL(`${release}/`, folder)).sort()

export function readStory(release: string, file: string): temporal.api.history.v1.History {
  return temporal.api.history.v1.History.decode(readFileSync(new URL(`${release}/${file}`, folder)))
}

export function typeOf(release: string, file: string): string | null | undefined {
  return readStory(release, file).events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name
}
