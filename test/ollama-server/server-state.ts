// What the scripted server's answers share: its models, its behaviour, its JSON.
// It must not know Marbre.
import type { ServerResponse } from 'node:http'
import type { Behaviour, ServedModel } from './behaviour.ts'

/** A question as the model sees it. */
export interface Asked {
  readonly model: string
  readonly system: string
  readonly user: string
  /** What is left of both after the window cut them; all of it where it did not. */
  readonly seen: string
  readonly format: unknown
  readonly options: Readonly<Record<string, unknown>>
}

export interface ServerState {
  readonly models: Map<string, ServedModel>
  readonly behaviour: Behaviour
  readonly reply: (asked: Asked) => string
  readonly sendOut: () => void
  /** Windows of what is in memory, by model. */
  readonly loaded: Map<string, number>
  inferences: number
}

/** What a request is about: `model`, or the older `name`. */
export function nameIn(body: Readonly<Record<string, unknown>>): string {
  return textIn(body, 'model') || textIn(body, 'name')
}

export function textIn(body: Readonly<Record<string, unknown>>, field: string): string {
  const value = body[field]
  return typeof value === 'string' ? value : ''
}

/** `MODEL` is `MODEL:latest`; case does not matter (server/routes.go getExistingName). */
export function find(models: ReadonlyMap<string, ServedModel>, body: Readonly<Record<string, unknown>>): ServedModel | undefined {
  const asked = nameIn(body).toLowerCase()
  return [...models.values()].find(({ name }) => name.toLowerCase() === asked || name.toLowerCase() === `${asked}:latest`)
}

export function notFound(response: ServerResponse, body: Readonly<Record<string, unknown>>): void {
  sendJson(response, 404, { error: `model '${nameIn(body)}' not found` })
}

export function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}
