// Reads every import of a tree and says which the table of rooms forbids. Its own scanner: with TypeScript 7 some
// import-graph tools read no module at all and print a green tick. It must not know any room by name.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { names, roomOf } from '../../../scripts/rooms.ts'

export type Import = { from: string; specifier: string; typeOnly: boolean }

const statement = /(?:^|[;\n}])\s*(import|export)\s+(type\s+)?(?:([^'"`;]*?)\sfrom\s*)?['"]([^'"]+)['"]/g
const dynamic = /\b(?:import|require|require\.resolve)\s*\(\s*['"`]([^'"`]+)['"`]/g

/** Every static, re-exporting, side-effect and dynamic import of a source. Comments are taken out first. */
export function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  // `import { type A }` still loads its module at run time: only `import type` is a type import
  const statics = [...code.matchAll(statement)].map(([, , type, , specifier]) => ({
    from: file,
    specifier: specifier ?? '',
    typeOnly: type !== undefined,
  }))
  const dynamics = [...code.matchAll(dynamic)].map(([, specifier]) => ({ from: file, specifier: specifier ?? '', typeOnly: false }))
  return [...statics, ...dynamics]
}

export type Graph = { modules: string[]; imports: Import[]; violations: string[] }

/** Reads the tree under `root`. */
export function readGraph(root: string): Graph {
  const modules = globSync('{electron,shared,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  const imports = modules.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')))
  return { modules, imports, violations: imports.flatMap((one) => violation(root, one)) }
}

function violation(root: string, { from, specifier, typeOnly }: Import): string[] {
  const room = roomOf(from)
  const told = `${from} → ${specifier}`
  if (!room) return [`${told}: the file stands in no room`]
  if (specifier.startsWith('.')) {
    // `./style.css?inline` and the like name the file before the question mark
    const target = posix.join(posix.dirname(from), specifier.split('?')[0] ?? '')
    if (!existsSync(join(root, target))) return [`${told}: no such file`]
    const own = target.startsWith(`${from.split('/').slice(0, room.folder.split('/').length).join('/')}/`) && !room.file
    const sibling = room.file !== undefined && posix.dirname(target) === room.folder
    const allowed = own || sibling || names(room.may, target) || (typeOnly && names(room.types ?? [], target))
    return allowed ? [] : [`${told}: ${room.says}`]
  }
  if (specifier.startsWith('node:')) return room.node ? [] : [`${told}: ${room.says}`]
  const named = (list: readonly string[]) => list.some((name) => specifier === name || specifier.startsWith(`${name}/`))
  return named(room.packages) || (typeOnly && named(room.packageTypes ?? [])) ? [] : [`${told}: ${room.says}`]
}

/** One import cycle among value imports, as a list of files, or null. */
export function findCycle({ modules, imports }: Graph): string[] | null {
  const next = new Map(modules.map((file): [string, string[]] => [file, []]))
  for (const { from, specifier, typeOnly } of imports) {
    if (!typeOnly && specifier.startsWith('.')) next.get(from)?.push(posix.join(posix.dirname(from), specifier))
  }
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return null
    done.add(file)
    for (const target of next.get(file) ?? []) {
      const cycle = walk(target, [...path, file])
      if (cycle) return cycle
    }
    return null
  }
  for (const file of modules) {
    const cycle = walk(file, [])
    if (cycle) return cycle
  }
  return null
}
