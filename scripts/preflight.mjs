// Says in one sentence when this Node is too old to run the checkout. Plain JavaScript: an old Node must be able to read it.
// It must not know anything of Marbre.
const wanted = [22, 18]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(
    `Marbre needs Node ${wanted.join('.')} or newer and this is ${process.versions.node}: ` +
      'run `npm ci`, which brings Node 24 into node_modules, then use the npm commands (npm start, npm test).',
  )
  process.exit(1)
}
