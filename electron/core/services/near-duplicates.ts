// Copies of one text in the archive: by signatures kept in the background, each pair then compared on the texts themselves.
// It must not know links or reviews.
import type { CopyGroup } from '../../../shared/contract/links.ts'
import { countArticles } from '../store/article-rows.ts'
import { articlesByNumber, countProfiles, signaturesAfter, type DatedRow, type SignatureRow } from '../store/profile-rows.ts'
import { BANDS, bandKey, comparePacked, resemblance } from '../text/near-duplicates.ts'
import type { DeskContext } from './context.ts'

/** Above this share of common three-word runs two pieces are one text. */
const oneText = 0.5
/** The signature's estimate is off by a tenth: pairs a little below are compared on the texts too. */
const worthComparing = 0.4
/** In a crowded band each piece is compared with the first ones only: copies of one text meet there anyway. */
const mostInBand = 20
const page = 5_000
const updateDays = 3

export async function findNearDuplicates(
  desk: Pick<DeskContext, 'store'>,
  { limit, article }: { limit: number; article?: string | undefined },
): Promise<{ groups: CopyGroup[]; unread: number }> {
  const signatures = await readSignatures(desk)
  const unread = (await countArticles(desk.store.read)) - (await countProfiles(desk.store.read, null))
  const groups: CopyGroup[] = []
  for (const numbers of await candidateGroups(signatures)) {
    if (groups.length === limit) break
    const rows = await articlesByNumber(desk.store.read, numbers)
    if (article !== undefined && !rows.some((row) => row.id === article)) continue
    groups.push(...groupsAmong(rows).filter((group) => article === undefined || group.articles.some(({ id }) => id === article)))
  }
  return { groups: groups.slice(0, limit), unread: Math.max(0, unread) }
}

async function readSignatures({ store }: Pick<DeskContext, 'store'>): Promise<SignatureRow[]> {
  const all: SignatureRow[] = []
  for (let after = 0, more = true; more;) {
    const batch = await signaturesAfter(store.read, after, page)
    all.push(...batch)
    after = batch.at(-1)?.n ?? after
    more = batch.length > 0
  }
  return all
}

/** Sets of articles that signatures tie together, the largest first. One band at a time: memory stays small, others get their turn. */
async function candidateGroups(signatures: readonly SignatureRow[]): Promise<number[][]> {
  const leader = new Map<number, number>()
  const find = (n: number): number => {
    let root = n
    for (let next = leader.get(root); next !== undefined; next = leader.get(root)) root = next
    if (root !== n) leader.set(n, root)
    return root
  }
  for (let band = 0; band < BANDS; band += 1) {
    const buckets = new Map<number, SignatureRow[]>()
    for (const row of signatures) {
      const key = bandKey(row.signature, band)
      if (key === null) continue
      const bucket = buckets.get(key) ?? []
      buckets.set(key, bucket)
      for (const other of bucket)
        if (find(other.n) !== find(row.n) && comparePacked(other.signature, row.signature) >= worthComparing)
          leader.set(find(row.n), find(other.n))
      if (bucket.length < mostInBand) bucket.push(row)
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return [...Map.groupBy(signatures, ({ n }) => find(n))]
    .filter(([, group]) => group.length > 1)
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    .map(([, group]) => group.map(({ n }) => n))
}

/** Each piece joins the first earlier one it truly repeats. */
function groupsAmong(rows: readonly DatedRow[]): CopyGroup[] {
  const inTime = rows.toSorted((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9') || a.n - b.n)
  const groups: { first: DatedRow; rows: DatedRow[]; similarity: number }[] = []
  for (const row of inTime) {
    const found = groups.map((group) => ({ group, alike: resemblance(group.first.body, row.body) })).find(({ alike }) => alike > oneText)
    if (!found) groups.push({ first: row, rows: [row], similarity: 1 })
    else {
      found.group.rows.push(row)
      found.group.similarity = Math.min(found.group.similarity, found.alike)
    }
  }
  return groups
    .filter((group) => group.rows.length > 1)
    .map((group) => ({
      kind: kindOf(group.rows, group.similarity),
      similarity: Math.round(group.similarity * 1000) / 1000,
      articles: group.rows.map(({ id, title, date }) => ({ id, title, date })),
    }))
}

function kindOf(rows: readonly DatedRow[], similarity: number): CopyGroup['kind'] {
  if (rows.some((row) => row.rights === 'agency')) return 'agency-copy'
  const days = rows.flatMap((row) => (row.day === null ? [] : [Date.parse(row.day) / 86_400_000]))
  const together = days.length === rows.length && Math.max(...days) - Math.min(...days) <= updateDays
  return together && similarity < 1 ? 'update' : 'republication'
}
