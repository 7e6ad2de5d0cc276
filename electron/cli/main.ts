#!/usr/bin/env node
// Entry of the headless desk: the wall first, then the command line.
// It must not know any command.
import '../host/guard-first.ts'
import { keepCompiledCode } from './code-cache.ts'
import { runCommandLine } from './command-line.ts'

keepCompiledCode()
await runCommandLine(process.argv.slice(2))
