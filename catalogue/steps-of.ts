import { flatten, type Track } from '../domain/service.ts'
import type { Step } from './schema/steps.ts'
import type { ServiceDefinition } from './service-schema.ts'

const properties = {
  main: 'steps',
  rejection: 'rejection',
  deemed: 'deemed',
  lapse: 'lapse',
} as const satisfies Record<Track, keyof ServiceDefinition>

export type Tracks = Pick<ServiceDefinition, 'steps' | 'rejection' | 'deemed' | 'lapse'>

/** What a track is called in a service's file. */
export const trackProperty = (track: Track) => properties[track]

/** A track's steps as they are written; branches still inside. */
export function stepsOfTrack(definition: Tracks, track: Track): Step[] {
  return definition[properties[track]] ?? []
}

/** A track's steps with those inside its branches. */
export function flatStepsOf(definition: Tracks, track: Track): Step[] {
  return flatten<Step>(stepsOfTrack(definition, track))
}

/** Every step of every track. */
export function allSteps(definition: Tracks): Step[] {
  return (Object.keys(properties) as Track[]).flatMap((track) => flatStepsOf(definition, track))
}
