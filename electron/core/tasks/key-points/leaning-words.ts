// Words that make a sentence hang on another, or on the page: pronouns, connectives, calls to act, "below".
// It must not know how much each counts.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u))

/** Folded words that lean on an earlier sentence when they open one, by language. */
export const LEANING: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words(
    `il elle ils elles ce cela ca ceci celui celle ceux celles cette cet ces lui leur leurs mais pourtant cependant toutefois neanmoins
    ainsi donc alors enfin ensuite puis aussi car or ni et ou outre bref premierement deuxiemement troisiemement d'ailleurs idem resultat certes
    autrement voila voici inversement egalement pareil oui non`,
  ),
  en: words(
    `he she they it this that these those him her them his their its but however yet thus therefore then also so and or nor moreover
    furthermore meanwhile besides instead otherwise consequently additionally nevertheless nonetheless similarly likewise
    conversely hence finally secondly thirdly next such neither again`,
  ),
  // Not "él": folded, it is "the".
  es: words(
    `ella ellos ellas esto eso este esta estos estas ese esa esos esas pero sin embargo entonces ademas tambien asi luego y o su sus aunque`,
  ),
  de: words(
    `er sie es dies diese dieser dieses diesen jene jener aber jedoch doch deshalb daher dann auch und oder ausserdem dabei dazu damit
    zudem sein ihr ihre`,
  ),
  it: words(
    `egli ella esso essa essi questo questa questi queste quello quella ma pero tuttavia quindi poi anche cosi e o inoltre suo sua`,
  ),
}

/** Two folded words that lean where the first alone may not. */
export const LEANING_PAIRS: ReadonlySet<string> = new Set(
  `d ailleurs|d autre|d autres|de plus|en outre|par ailleurs|en effet|du coup|en revanche|au contraire|de meme|par consequent|c est
  |c etait|c en|en fait|de fait|en somme|en resume|l un|l une|l autre|les deux|tous deux|toutes deux|dans cet|dans cette|dans ces|a ce|a cet|a cette
  |pour cela|pour ce|pour cette|de ce|de cette|sur ce|avec ce|avec cette|au final|tout cela|tout ca|y a|qu est|a t|ce dernier|cette derniere
  |ces derniers|in addition|in fact|in this|in that|in these|in other|in contrast|as such|for example|for instance|for this|for these
  |par exemple|the latter|the former|on top|of these|of this|of course|at this|at that|with this|with these|with that|by doing
  |to this|to that|after that|that said|all of|some of|each of|most of|not only|the same|the second|the third|the other|another is|even so
  |as well|first of|sin embargo|por ello|por eso|no obstante|zum beispiel|per questo|ad esempio`
    .split('|')
    .map((pair) => pair.trim()),
)
/** Folded words that lean less before a noun, which mostly says what is meant: "this agency", "cette réforme". */
export const POINTING_WORDS: ReadonlySet<string> = words(
  `this that these those their its his her such cet ce cette ces leur leurs este esta estos estas ese esa diese dieser dieses diesen su sus`,
)

/** Folded verbs after which the pointing word stood for a whole thing: "this is", "ce sont". */
export const POINTING_VERBS: ReadonlySet<string> = words(
  `is are was were will would can could may means makes made allows includes has have had does did helps gives isn't aren't wasn't
  est sont etait etaient sera seront fut qui que dont es son ist sind war`,
)

/** "a-t-il dit", "she said": who speaks stands in another sentence. */
export const ATTRIBUTION =
  /(?:^|[\s»"”,])(?:a-t-(?:il|elle|on)|dit-(?:il|elle)|ont-(?:ils|elles)|(?:he|she|they) (?:said|says|added|noted|told|explained))\b/iu

/** Sentences that ask the reader to do something. */
export const CALLS =
  /^(?:please |to (?:learn|find out|read|register|join)\b|(?:register|join|visit|check out|read|learn|see|watch|download|contact|email|stay tuned|sign up|click|subscribe|follow|explore|find out|take a look|let['’]s|feel free|don['’]t (?:miss|forget|hesitate)|be sure|make sure|remember|for more|want to)\b|(?:rendez-vous|inscrivez-vous|découvrez|consultez|cliquez|retrouvez|téléchargez|n['’]hésitez|pour en savoir|pour plus|voir |lire |contactez|participez|venez|regardez|notez|merci (?:de|à)|bonne lecture|à vos|pensez à)|(?:haga|visite|lea|más información|weitere|mehr (?:dazu|infos)|per saperne)\b)/iu

/** Words that point at another place of the page. */
export const POINTING =
  /\b(?:(?:see|shown|listed|described|mentioned|discussed|the \p{L}+|noted) (?:above|below)|as follows|the following|ci-dessous|ci-dessus|ci-après|ci-contre|suivante?s?\s*[.:]|plus haut|plus bas|siehe (?:oben|unten)|qui sotto)/iu

/** "This guide explains…", "Dans cet article…": the article speaks of itself, nothing before is needed. */
export const OF_ITSELF =
  /^(?:(?:in|on|with) )?(?:this|the following) (?:\p{L}+ )?(?:post|article|guide|page|story|piece|report|series|podcast|video|interview|webinar|event|session|toolkit|playbook|tutorial|month|week|year|fall|spring|summer|winter|morning)\b|^(?:dans )?(?:cet|ce|cette) (?:article|billet|guide|page|tutoriel|tuto|dossier|série|reportage|enquête|entretien|vidéo|podcast|mois|semaine|année|automne|hiver|printemps|été|matin)\b|^here(?: is|['’]s| are)\b/iu
