// Who works at this desk, in which language: asked once, shared by every screen.
// It must not know what a screen does with it.
import type { Session } from '../shared/contract/desk.ts'
import { client } from './client.ts'
import { useQuery, type QueryResult } from './client-query.ts'

/** The session as a query, for the frame. */
export function useSessionQuery(): QueryResult<Session> {
  return useQuery('session', () => client.desk.session({}), { refreshOn: ['settings.changed', 'desk.switched'] })
}

/** The session. Only inside the frame, which shows no screen before it is known. */
export function useSession(): Session {
  const { data } = useSessionQuery()
  if (!data) throw new Error('useSession is called outside the frame')
  return data
}
