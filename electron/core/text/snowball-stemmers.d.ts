// Types of the one function of snowball-stemmers that stems.ts uses.
// It must not describe more than what was read in that package.
declare module 'snowball-stemmers' {
  const stemmers: { newStemmer(language: string): { stem(word: string): string } }
  export default stemmers
}
