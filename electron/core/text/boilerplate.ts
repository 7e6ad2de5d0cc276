// Marks the lines of an article that are furniture, not reporting: captions, credits, "Lire aussi".
// It must not remove anything: who reads decides.

export type BoilerplateKind = 'caption' | 'credit' | 'read-also' | 'share' | 'notice' | 'debris'
/** A whole line of the text without its surrounding space; UTF-16 offsets. */
export type BoilerplateLine = { readonly start: number; readonly end: number; readonly kind: BoilerplateKind }

const AGENCIES =
  'AFP|Reuters|AP|Getty(?: Images)?|Shutterstock|iStock|Unsplash|Pixabay|Wikimedia(?: Commons)?|Flickr|MaxPPP|SIPA|ANP|EPA|PA'
const RULES: readonly (readonly [BoilerplateKind, RegExp])[] = [
  ['read-also', /^(?:[-–—•>→►*([]\s*)*(?:à )?(?:lire|voir|écouter|relire|retrouvez?)\s+(?:aussi|également|encore|notre|nos|plus)\b/iu],
  [
    'read-also',
    /^(?:[-–—•>→►*([]\s*)*(?:sur le même sujet|dans la même rubrique|pour aller plus loin|articles? (?:liés?|associés?|connexes?))\b/iu,
  ],
  [
    'read-also',
    /^(?:[-–—•>→►*([]\s*)*(?:read (?:also|more|next)|see also|related(?: articles?| stories| content)?|more on this|recommended|further reading)\b\s*[:：]?/iu,
  ],
  [
    'share',
    /^(?:partage[rz]|tweete[rz]?|share (?:this|on|via)|suivez-nous|follow us|abonnez-vous|inscrivez-vous|s'abonner|subscribe|sign up)\b/iu,
  ],
  [
    'share',
    /^(?:imprimer|print|envoyer par e-?mail|copier le lien|copy link|commenter|\d+ (?:commentaires?|comments?|partages?|shares?))\.?$/iu,
  ],
  [
    'share',
    /^(?:facebook|twitter|x|linkedin|whatsapp|telegram|e-?mail|bluesky|mastodon)(?:\s*[|/·,]?\s*(?:facebook|twitter|linkedin|whatsapp|telegram|e-?mail|bluesky|mastodon))*$/iu,
  ],
  ['credit', /^(?:crédits?|credit|photos?|image|illustration|vidéo|video|infographie|dessin)(?:\s+(?:photo|image)s?)?\s*[:©|/]/iu],
  ['credit', new RegExp(`^(?:©|\\(c\\)|copyright\\b).{0,120}$`, 'iu')],
  ['credit', new RegExp(`^.{0,60}[/–-]\\s*(?:${AGENCIES})\\.?$`, 'u')],
  ['caption', /^(?:légende|caption|en photo|sur la photo|ci-contre|ci-dessus|ci-dessous|pictured|above|below)\s*[:,]/iu],
  ['caption', new RegExp(`^.{10,250}[(©–-]\\s*(?:photos?\\b|crédits?\\b|©|credit\\b|(?:${AGENCIES})\\b)[^.]{0,60}\\)?\\.?$`, 'iu')],
  [
    'notice',
    /^(?:tous droits réservés|all rights reserved|reproduction interdite|publicité|advertisement|sponsored|contenu sponsorisé|article réservé|chargement|loading)\b.{0,80}$/iu,
  ],
  ['notice', /^(?:publié|mis à jour|modifié|published|updated|last updated)\s+(?:le|on|:|à|at)\b.{0,60}$/iu],
  ['debris', /^[\s\p{P}\p{S}\d]{1,12}$/u],
  ['debris', /^(?:sommaire|table des matières|menu|accueil|home|retour|back to top|haut de page|suivant|précédent|next|previous)$/iu],
]

/** The lines of a text that are furniture, in order. A paragraph of reporting is never marked for a word it contains. */
export function markBoilerplate(text: string): BoilerplateLine[] {
  const marked: BoilerplateLine[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    const kind = trimmed === '' ? null : kindOf(trimmed)
    const start = at + line.indexOf(trimmed)
    if (kind !== null) marked.push({ start, end: start + trimmed.length, kind })
    at += line.length + 1
  }
  return marked
}

// Furniture is short; a long line that opens with "Lire aussi" is a paragraph.
const LONGEST = 260

function kindOf(line: string): BoilerplateKind | null {
  if (line.length > LONGEST) return null
  return RULES.find(([, pattern]) => pattern.test(line))?.[0] ?? null
}

const NOTICES: readonly RegExp[] = [
  /^(?:[[(*_]\s*)*(?:editor['’]?s?['’]? note|note (?:de la rédaction|de l['’]éditeur|from the editor)|ndlr|nota bene|n\.b\.|disclaimer|correction|rectificatif|erratum)\b\s*[:.–—-]/iu,
  /^(?:[[(*_]\s*)*(?:this|the following) (?:\p{L}+ )?(?:post|article|story|piece|blog|page|content|op-?ed|interview)\b.{0,40}\b(?:was|were|is|has been|had been|first|originally|also)\b.{0,30}\b(?:published|posted|appeared|reposted|republished|cross-?posted|adapted|updated|archived)\b/iu,
  /^(?:[[(*_]\s*)*(?:originally|first) (?:published|posted|appeared)\b/iu,
  /^(?:[[(*_]\s*)*(?:cet|ce|le présent) (?:article|billet|texte|contenu|papier|entretien)\b.{0,40}\b(?:publié|paru|diffusé|republié|mis à jour|traduit|archivé)/iu,
  /^(?:[[(*_]\s*)*(?:initialement|d['’]abord) (?:publié|paru)/iu,
  /^(?:[[(*_]\s*)*(?:the views|the opinions|views and opinions|les (?:opinions|propos|points de vue))\b.{0,60}\b(?:author|speaker|auteur|n['’]engag)/iu,
  /\b(?:subscribe to|sign up for|inscrivez-vous à|abonnez-vous à|s['’]abonner à|s['’]inscrire à)\b.{0,40}\b(?:newsletters?|lettre d['’]information|infolettre|mailing list|listserv|podcasts?|channel|chaîne|flux)\b/iu,
  /^(?:follow|like|find|join) us (?:on|at)\b|^(?:suivez|retrouvez|rejoignez)-nous (?:sur|à)\b/iu,
  /^(?:\(|\[)?(?:photos?|images?|illustrations?|crédits?|infographie|cover image|header image|image de couverture)\b.{0,30}(?:\bby\b|\bvia\b|\bfrom\b|\bpar\b|:|©)/iu,
  /^(?:[Bb]y|[Pp]ar) \p{Lu}[\p{L}'’.-]+ (?:\p{Lu}[\p{L}'’.-]* ?){1,3}[.,|]?$/u,
  /^(?:click|tap) (?:here|on|the)\b|^cliquez (?:ici|sur)\b/iu,
  /^(?:share|tell us|let us know|leave)\b.{0,60}\b(?:comments?|below)\b|^(?:partagez|dites-nous|laissez)\b.{0,60}\bcommentaires?\b/iu,
]

/** Whether a sentence speaks of the page rather than of its subject: editor's notes, first publication, subscriptions, credits. */
export function isNotice(sentence: string): boolean {
  return sentence.length <= LONGEST && NOTICES.some((pattern) => pattern.test(sentence))
}
