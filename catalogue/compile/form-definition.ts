import type { ServiceDefinition } from '../service-schema.ts'

/** Anything that is answered by fields: a service's form, or what a step asks of the officer. */
export type FormDefinition = Pick<ServiceDefinition, 'code' | 'form' | 'conditions'>
