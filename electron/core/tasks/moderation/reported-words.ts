// Whose words are they? Those between quotation marks, or just after words that report them, are not the writer's own.
// It must not know which words are harsh.

const QUOTED = /«[^»]{0,300}»|“[^”]{0,300}”|"[^"\n]{0,300}"|(?<!\p{L})['‘][^'’\n]{2,80}['’](?!\p{L})/gu
/** Just before the words. */
const REPORTS = [
  /(?:^|[^\p{L}])(?:traite[rsz]?|traité[es]*|traitent|traitait|traitée?s|qualifi\p{L}+|appel(?:er|le|lent|é|ée|és|ées)) (?:\p{L}+ ){0,3}(?:de |d['’])?$/iu,
  /(?:^|[^\p{L}])(?:l['’]|m['’]|s['’])?(?:a|ont|fait|faire|est fait|suis fait|suis fait) (?:\p{L}+ )?(?:traiter?|appeler?|insulter?|traitée?s?)(?: de| d['’])? ?$/iu,
  /(?:^|[^\p{L}])(?:les? mots?|l['’]insulte|les insultes|le terme|les termes|l['’]expression|ce mot|cette insulte|dire|disent|disait|dit|dites|lire|lis|écrire|écrit|crier|crie|hurler|comme) (?:que )?[:«"“]? ?$/iu,
  /(?:^|[^\p{L}])(?:called|calling|calls|call|labeled|labelled) (?:\p{L}+ ){0,3}(?:an? |the )?$/iu,
  /(?:^|[^\p{L}])(?:the )?(?:words?|slurs?|terms?|insults?|phrase|names? like|saying|said|says|say|shouted|shouting|yelled|yelling|wrote|writing|such as) (?:like )?(?:that )?[:"“']? ?$/iu,
]

/** True when `body.slice(start, end)` stands between quotation marks, or right after words that report speech. */
export function isReported(body: string, start: number, end: number): boolean {
  for (const match of body.matchAll(QUOTED)) if (match.index <= start && end <= match.index + match[0].length) return true
  const before = body.slice(Math.max(0, start - 40), start)
  return REPORTS.some((pattern) => pattern.test(before))
}
