// Which Marbre this is. A test holds it equal to package.json, which the package does not carry beside every bundle.

export const packageVersion = '0.1.0'
