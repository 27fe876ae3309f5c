import { Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import { InAppMessage, MessageRow } from '../../contracts/messages.ts'
import { notFound } from '../errors/problems.ts'
import { signedIn } from '../middleware/ability.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { listMessages } from './list.ts'
import { markRead, messagesOf } from './mine.ts'
import { presentInApp } from './present.ts'

export const messages: ApiResource = {
  name: 'messages',
  routes() {
    const router = Router()
    router.get('/messages', listMessages)

    router.get('/me/messages', async (request, response) => {
      const person = signedIn(request)
      const mine = await messagesOf(person)
      response.json(mine.map((message) => presentInApp(message, person.account)))
    })

    router.post('/me/messages/:id/read', async (request, response) => {
      const person = signedIn(request)
      const read = await markRead(person, request.params.id)
      if (!read) throw notFound()
      response.json(presentInApp(read, person.account))
    })
    return router
  },
  paths: {
    '/api/messages': {
      get: operation({
        tag: 'Messages',
        summary: 'The log of what was told, newest first',
        list: true,
        answer: MessageRow,
      }),
    },
    '/api/me/messages': {
      get: operation({ tag: 'Messages', summary: 'What was told to me and my desks', answer: z.array(InAppMessage) }),
    },
    '/api/me/messages/{id}/read': {
      post: operation({
        tag: 'Messages',
        summary: 'I have read it',
        keyed: true,
        path: z.object({ id: Id }),
        answer: InAppMessage,
      }),
    },
  },
}
