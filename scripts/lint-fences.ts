// Turns the table of rooms into .oxlint-fences.json, which .oxlintrc.json extends. Run it after a change of the table:
// `node scripts/lint-fences.ts`. It must not know any rule but no-restricted-imports.
import { writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { rooms, type Room } from './rooms.ts'

type Pattern = { group: string[]; message: string } | { regex: string; message: string; allowTypeImports: true }
export type FenceOverride = { files: string[]; rules: { 'no-restricted-imports': ['error', { patterns: Pattern[] }] } }

/** How deep sub-folders of a room may nest. */
const depths = [0, 1, 2]

/** One override per room and depth, since what a relative path means depends on where its file stands. */
export function fenceOverrides(): FenceOverride[] {
  return rooms.flatMap((room) => {
    if (room.file) return [fence(room, [`${room.folder}/${room.file}`], 0)]
    return depths.map((depth) => fence(room, [`${room.folder}/${'*/'.repeat(depth)}*.{ts,tsx}`], depth))
  })
}

function fence(room: Room, files: string[], depth: number): FenceOverride {
  const here = posix.join(room.folder, ...Array.from({ length: depth }, () => '_'))
  const values = [
    ...room.may.map((entry) => target(here, entry)),
    ...packagePatterns(room.packages),
    ...(room.node ? ['node:*', 'node:*/**'] : []),
  ]
  const types = [...(room.types ?? []).map((entry) => target(here, entry)), ...packagePatterns(room.packageTypes ?? [])]
  const own = depth === 0 ? ['!./**'] : ['!./**', '!../**', `${'../'.repeat(depth + 1)}**`]
  const closed: Pattern = { group: ['*', ...own, ...[...values, ...types].map((pattern) => `!${pattern}`)], message: room.says }
  // a regex, and first: in oxlint 1.89 a group that lets an import through ends the search
  const typesOnly: Pattern = { regex: typesRegex(types), message: `As types only: ${room.says}`, allowTypeImports: true }
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: types.length > 0 ? [typesOnly, closed] : [closed] }] } }
}

function typesRegex(patterns: readonly string[]): string {
  const starts = patterns.filter((pattern) => !pattern.endsWith('/**')).map((pattern) => `${literal(pattern)}(/|$)`)
  const folders = patterns
    .filter((pattern) => pattern.startsWith('.') && pattern.endsWith('/**'))
    .map((pattern) => literal(pattern.slice(0, -2)))
  return `^(${[...starts, ...folders].join('|')})`
}

function literal(path: string): string {
  return path.replaceAll('.', String.raw`\.`)
}

function target(here: string, entry: string): string {
  const path = posix.relative(here, entry)
  const relative = path.startsWith('.') ? path : `./${path}`
  return entry.endsWith('/') ? `${relative}/**` : relative
}

function packagePatterns(packages: readonly string[]): string[] {
  return packages.flatMap((name) => [name, `${name}/**`])
}

/** The whole file, as it must stand in the project. */
export function fencesFile(): string {
  return `${JSON.stringify({ overrides: fenceOverrides() }, null, 2)}\n`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', '.oxlint-fences.json'), fencesFile())
