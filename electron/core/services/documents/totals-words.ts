// The words of the totals of the printed *Bilan*: second readings, blind votes, EBU forms; French and English. Pure.
// They say what the page says. They are here and not in the page: a document is written by the core, whichever shell asks.

type Forms = readonly [one: string, many: string]

const fr = {
  readings: 'Seconde lecture',
  drawn: ['{n} sortie relue sur {drawn} (plan : une sur {every}).', '{n} sorties relues sur {drawn} (plan : une sur {every}).'] as Forms,
  drawnStopped: ['{n} sortie relue ; le tirage est arrêté.', '{n} sorties relues ; le tirage est arrêté.'] as Forms,
  tooFew: [
    'Trop peu pour conclure : {n} lecture comparable, il en faut {least}.',
    'Trop peu pour conclure : {n} lectures comparables, il en faut {least}.',
  ] as Forms,
  agreement: 'Accord entre les deux lectures',
  agreed: '{share} ({agreed} sur {n})',
  kappa: 'Kappa de Cohen : {kappa} (0 : pas mieux que le hasard ; 1 : accord parfait).',
  kappaNone: 'Kappa de Cohen : indéfini (une seule sorte de décision).',
  doubts: ['{n} doute, hors du calcul', '{n} doutes, hors du calcul'] as Forms,
  own: ['{n} lecture de sa propre décision', '{n} lectures de ses propres décisions'] as Forms,
  elsewhere: ['{n} lecture venue d’un autre poste', '{n} lectures venues d’un autre poste'] as Forms,
  unverified: [
    '{n} lecture d’un signataire non vérifié, hors des chiffres',
    '{n} lectures d’un signataire non vérifié, hors des chiffres',
  ] as Forms,
  again: ['{n} lecture redonnée après annulation', '{n} lectures redonnées après annulation'] as Forms,
  open: ['{n} désaccord à trancher', '{n} désaccords à trancher'] as Forms,
  arbitrated: ['{n} désaccord tranché', '{n} désaccords tranchés'] as Forms,
  first: 'Première lecture',
  states: { accepted: 'Validé', edited: 'Modifié et validé', rejected: 'Refusé' },
  verdicts: { accept: 'Validerait', edit: 'Modifierait', reject: 'Refuserait', unsure: 'Doute' },
  blind: 'Comparaison à l’aveugle',
  waiting:
    'Les totaux s’ouvriront quand chaque texte aura reçu un vote, ou quand un référent clora les votes : {voted} sur {pairs} pour l’instant.',
  noVotes: 'Aucun vote encore.',
  duel: '{first} ou {second}',
  verdict: {
    'too-few': 'Trop peu de votes pour conclure. Textes départagés : {winners} ; il en faut au moins 10.',
    'no-difference': 'Pas de préférence nette : l’un l’emporte {wins} fois sur {winners}, ce que le hasard peut donner.',
    first: 'Préférence nette pour {winner} : {wins} textes sur {winners} départagés.',
    second: 'Préférence nette pour {winner} : {wins} textes sur {winners} départagés.',
  },
  interval: 'Part de {first} parmi les textes départagés : {share} (à 95 %, entre {low} et {high} ; test des signes, p\u00a0=\u00a0{p}).',
  winner: 'Préféré : {engine}',
  both: 'Aussi bons',
  neither: 'Aussi mauvais',
  split: 'Votants partagés',
  result: 'Résultat',
  texts: 'Textes',
  voters: ['{n} personne a voté.', '{n} personnes ont voté.'] as Forms,
  informed: [
    '{n} vote de qui connaissait peut-être le moteur : laissé hors du compte.',
    '{n} votes de qui connaissait peut-être le moteur : laissés hors du compte.',
  ] as Forms,
  position:
    'A, à gauche, a été choisi dans {share} des votes départagés (à 95 %, entre {low} et {high}). Sans effet de place, on attend 50 %.',
  sameTexts: [
    'Quand deux personnes ont jugé le même texte, elles sont d’accord dans {share} des cas ({n} texte).',
    'Quand deux personnes ont jugé le même texte, elles sont d’accord dans {share} des cas ({n} textes).',
  ] as Forms,
  rubric: 'Grille EBU',
  significant: 'Au moins un problème important dans {share} des grilles ({count} sur {of} ; à 95 %, entre {low} et {high}).',
  base: 'Articles lus avec la grille : {read} sur {articles}. Les « je ne sais pas » ne comptent pas.',
  axis: 'Question',
  axes: {
    accuracy: 'Exactitude',
    sourcing: 'Sources',
    opinion: 'Fait et opinion',
    editorialisation: 'Parti pris ajouté',
    context: 'Contexte',
  },
  levels: { none: 'Aucun problème', some: 'Un problème', significant: 'Problème important', unknown: 'Je ne sais pas' },
  significantShare: 'Part de problèmes importants',
  share: 'Part',
}

export type TotalsWords = typeof fr

const en: TotalsWords = {
  readings: 'Second reading',
  drawn: ['{n} output read again of {drawn} (plan: one in {every}).', '{n} outputs read again of {drawn} (plan: one in {every}).'],
  drawnStopped: ['{n} output read again; the draw is stopped.', '{n} outputs read again; the draw is stopped.'],
  tooFew: [
    'Too few to conclude: {n} comparable reading, {least} are needed.',
    'Too few to conclude: {n} comparable readings, {least} are needed.',
  ],
  agreement: 'Agreement of the two readings',
  agreed: '{share} ({agreed} of {n})',
  kappa: 'Cohen’s kappa: {kappa} (0: no better than chance; 1: perfect agreement).',
  kappaNone: 'Cohen’s kappa: undefined (a single kind of decision).',
  doubts: ['{n} doubt, left out', '{n} doubts, left out'],
  own: ['{n} reading of one’s own decision', '{n} readings of one’s own decisions'],
  elsewhere: ['{n} reading from another laptop', '{n} readings from another laptop'],
  unverified: [
    '{n} reading by an unverified signer, left out of the figures',
    '{n} readings by an unverified signer, left out of the figures',
  ],
  again: ['{n} reading given anew after an undo', '{n} readings given anew after an undo'],
  open: ['{n} disagreement to settle', '{n} disagreements to settle'],
  arbitrated: ['{n} disagreement settled', '{n} disagreements settled'],
  first: 'First reading',
  states: { accepted: 'Signed off', edited: 'Edited and signed off', rejected: 'Refused' },
  verdicts: { accept: 'Would sign off', edit: 'Would edit', reject: 'Would refuse', unsure: 'Doubt' },
  blind: 'Blind comparison',
  waiting: 'Totals open once every text has a vote, or a referent closes the votes: {voted} of {pairs} so far.',
  noVotes: 'No votes yet.',
  duel: '{first} or {second}',
  verdict: {
    'too-few': 'Too few votes to conclude. Texts with a winner: {winners}; at least 10 are needed.',
    'no-difference': 'No clear preference: one wins {wins} times out of {winners}, which chance alone may give.',
    first: 'A clear preference for {winner}: {wins} of {winners} texts with a winner.',
    second: 'A clear preference for {winner}: {wins} of {winners} texts with a winner.',
  },
  interval: 'Share of {first} among texts with a winner: {share} (95%: {low} to {high}; sign test, p\u00a0=\u00a0{p}).',
  winner: 'Preferred: {engine}',
  both: 'Equally good',
  neither: 'Equally bad',
  split: 'Voters split',
  result: 'Result',
  texts: 'Texts',
  voters: ['{n} person voted.', '{n} people voted.'],
  informed: [
    '{n} vote by someone who may have known the engine: left out.',
    '{n} votes by people who may have known the engine: left out.',
  ],
  position:
    'A, on the left, was chosen in {share} of votes with a winner (95%: {low} to {high}). Without an effect of place one expects 50%.',
  sameTexts: [
    'Where two people judged the same text, they agree in {share} of cases ({n} text).',
    'Where two people judged the same text, they agree in {share} of cases ({n} texts).',
  ],
  rubric: 'EBU form',
  significant: 'At least one significant issue in {share} of forms ({count} of {of}; 95%: {low} to {high}).',
  base: 'Articles read with the form: {read} of {articles}. “Don’t know” is left out.',
  axis: 'Question',
  axes: {
    accuracy: 'Accuracy',
    sourcing: 'Sourcing',
    opinion: 'Opinion and fact',
    editorialisation: 'Editorialisation',
    context: 'Context',
  },
  levels: { none: 'No issue', some: 'Some issue', significant: 'Significant issue', unknown: 'Don’t know' },
  significantShare: 'Share of significant issues',
  share: 'Share',
}

export const totalsWords = { fr, en } as const
