// French words of the EBU/BBC News Integrity form. The source catalogue of this tab.
// It must not know components. Plain spaces: no-break ones are set on loading.

export const frRubric = {
  tab: 'Grille EBU',
  intro:
    'Facultatif : les cinq questions de l’étude EBU/BBC sur l’intégrité de l’information, posées aux points validés de chaque article.',
  empty: {
    title: 'Aucun point validé encore',
    text: 'La grille se remplit sur les points à retenir validés. Relisez-en quelques-uns, puis revenez.',
  },
  failed: 'Les grilles n’ont pas pu être lues.',
  list: 'Articles aux points validés',
  done: 'remplie',
  outdated: 'points changés depuis',
  outputs: 'Points validés',
  axis: {
    accuracy: 'Exactitude',
    sourcing: 'Sources',
    opinion: 'Fait et opinion',
    editorialisation: 'Parti pris ajouté',
    context: 'Contexte',
  },
  question: {
    accuracy: 'Faits, chiffres et citations sont-ils ceux de l’article ?',
    sourcing: 'Ce qui est affirmé est-il rapporté à sa source, et à la bonne ?',
    opinion: 'Une opinion est-elle donnée pour un fait ?',
    editorialisation: 'La machine ajoute-t-elle un jugement ou un ton que l’article n’a pas ?',
    context: 'Manque-t-il de quoi comprendre sans avoir lu l’article ?',
  },
  level: {
    none: 'Aucun problème',
    some: 'Un problème',
    significant: 'Problème important',
    unknown: 'Je ne sais pas',
  },
  note: 'Ce qui ne va pas : {{axis}}',
  noteHint: 'Facultatif',
  save: 'Enregistrer la grille',
  saveAgain: 'Remplacer la grille',
  saved: 'Grille enregistrée.',
  withdraw: 'Retirer ma grille',
  withdrawn: 'Grille retirée.',
  keyLine: 'Touches de la grille',
  left_one: 'Encore {{count, number}} question',
  left_other: 'Encore {{count, number}} questions',
  totals: {
    title: 'Grille EBU',
    none: 'Aucune grille remplie.',
    significant:
      'Au moins un problème important dans {{share}} des grilles ({{count, number}} sur {{of, number}} ; à 95 %, entre {{low}} et {{high}}).',
    base: 'Articles lus avec la grille : {{read, number}} sur {{articles, number}}. Les « je ne sais pas » ne comptent pas.',
    chart: 'Problèmes importants, par question',
    axis: 'Question',
    share: 'Part de problèmes importants',
    published:
      'À titre de repère, l’étude EBU/BBC de 2025 sur les assistants publics trouvait 45 % de réponses avec au moins un problème important, 31 % pour les sources. Autres textes, autres outils : cela ne se compare pas terme à terme.',
  },
}
