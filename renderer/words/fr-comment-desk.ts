// French words beside a comment: past decisions on similar ones, blurred texts, when the machine is asked.
// It must not hold words of the letter to the author.

export const frCommentDesk = {
  similar: {
    title: 'Décisions proches',
    open: 'Décisions proches',
    close: 'Fermer',
    help: 'Ce que des personnes ont décidé ici, ou par le passé, sur des commentaires qui ressemblent à celui-ci. Aucun avis de la machine.',
    looking: 'Recherche parmi les décisions…',
    none: 'Aucune décision passée sur un commentaire qui ressemble à celui-ci.',
    noDecisions: 'Rien n’a encore été décidé sur ce bureau.',
    counted_one: 'Un commentaire proche : {{outcome}}.',
    counted_other: 'Sur {{count, number}} commentaires proches : {{outcome}}.',
    refused_one: '{{count, number}} refusé',
    refused_other: '{{count, number}} refusés',
    published_one: '{{count, number}} publié',
    published_other: '{{count, number}} publiés',
    differ: 'Les décisions passées diffèrent.',
    refuse: 'Refusé',
    publish: 'Publié',
    words: 'Mots en commun : {{words}}',
    spelling: 'Écritures voisines',
    past: 'décision importée',
    letter: 'Lettre à l’auteur',
    clauseUnknown: 'Sans article de la charte',
    failed: 'Les décisions proches n’ont pas pu être cherchées.',
  },
  blur: {
    text: 'Texte flouté',
    refused: 'Ce commentaire a été refusé : texte flouté.',
    read: 'Lire le texte',
    hide: 'Masquer le texte',
  },
  exposure: {
    count_one: 'Vous avez ouvert {{count, number}} texte flouté aujourd’hui.',
    count_other: 'Vous avez ouvert {{count, number}} textes floutés aujourd’hui.',
    pause: 'Cela fait beaucoup. La file peut attendre : une pause, ou une autre file, fait du bien.',
    off: 'Ne plus compter',
    on: 'Compter les textes floutés que j’ouvre',
    local: 'Ce compte reste sur cet ordinateur ; personne d’autre ne le voit.',
  },
  ask: {
    always: 'Demander son avis sur chaque commentaire que j’ouvre',
    alwaysHint: 'Chaque avis est rangé dans Essai libre, hors de toute expérimentation.',
  },
}
