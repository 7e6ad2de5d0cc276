// French words that guide the writing of a card: one sentence where a newcomer would stop, and fictional examples by task.
// It must not know components.

export const frCard = {
  step: '{{number}}. {{title}}',
  example: 'Voir un exemple',
  take: 'Partir de cet exemple',
  fiction: 'Exemple inventé :',
  help: {
    title: 'Ce qu’on dirait au téléphone : quoi, sur quels articles.',
    hypothesis: 'Une phrase qui peut se révéler fausse. Si rien ne peut la démentir, l’essai n’apprendra rien.',
    task: 'Une seule tâche par carte : deux questions, deux cartes.',
    referent: 'Approuve la carte, relit un échantillon, rend le verdict. Mieux vaut que ce ne soit pas la personne qui mène l’essai.',
    editorialResponsibility: 'Qui répond de ce qui paraîtrait. L’article 50 du règlement européen sur l’IA demande de pouvoir le dire.',
    stopRule: 'Ce qui ferait tout arrêter avant la fin, sans attendre le Bilan. Plus c’est précis, plus c’est facile à tenir.',
    peopleConcerned: 'Qui relit, et qui est cité dans les articles.',
    dataConcerned: 'Quels textes, et ce qu’ils disent de personnes réelles.',
    council: 'Un outil d’IA proposé à des salariés relève souvent de la consultation du CSE. En cas de doute, demandez avant.',
    engines: 'Plusieurs moteurs lisent les mêmes textes : le Bilan les compare.',
    corpus: 'Vingt articles suffisent à une première réponse.',
  },
  examples: {
    'key-points': {
      title: 'Points à retenir des comptes rendus de conseil',
      hypothesis:
        'Sur un compte rendu de conseil municipal de moins de 900 mots, deux points sur trois peuvent être repris sans y toucher par le secrétaire de rédaction du soir.',
      stopRule: 'On arrête si un point validé se révèle faux après parution, ou si cinq points changent un conditionnel en affirmation.',
      because: 'Trois volontaires, une demi-heure par jour pendant deux semaines ; ni effectif, ni horaires, ni évaluation n’en dépendent.',
    },
    tags: {
      title: 'Tags des brèves de sport',
      hypothesis: 'Sur les brèves de sport, quatre tags gardés sur cinq figuraient parmi les huit premiers proposés.',
      stopRule: 'On arrête si le nom d’un mineur est proposé comme tag, ou si plus de la moitié est refusée après cent articles.',
      because: 'La documentation décide de chaque tag, comme avant ; l’outil propose, et le travail de classement ne change pas de mains.',
    },
    moderation: {
      title: 'Commentaires sous les faits divers',
      hypothesis: 'Sous les faits divers, l’avis rejoint neuf fois sur dix la décision de la modératrice, qui juge avant de le voir.',
      stopRule: 'On arrête si l’avis retient une simple critique du journal, ou s’il laisse passer une menace que la modératrice a vue.',
      because:
        'Les mêmes personnes décident de chaque commentaire ; l’outil n’en publie ni n’en refuse aucun, et ne mesure le rythme de personne.',
    },
    links: {
      title: 'Liens vers le dossier de la digue',
      hypothesis: 'Sur un sujet suivi depuis un an, trois liens proposés sur quatre mènent à un article que le rubricard aurait choisi.',
      stopRule: 'On arrête au premier lien vers une mise en cause suivie d’une relaxe, ou vers un article retiré.',
      because: 'Le rubricard choisit ses liens, comme avant ; l’essai abrège une recherche d’archives et ne touche à aucun poste.',
    },
  },
  common: {
    editorialResponsibility: 'La rédactrice en chef adjointe, qui relit chaque point validé avant parution.',
    desk: 'Locale',
    peopleConcerned: 'Trois secrétaires de rédaction, volontaires, une demi-heure par jour ; les élus cités dans les articles.',
    dataConcerned: 'Articles déjà publiés, dont nous détenons les droits ; aucun brouillon, aucune donnée de lecteur.',
  },
  sentence: {
    label: 'Ce qui sera mesuré',
    acceptance: '{{bound}} {{value}} des {{what}} validés, tels quels ou corrigés.',
    unchanged: '{{bound}} {{value}} des {{what}} gardés tels quels.',
    recall: '{{bound}} {{value}} de ce qu’il fallait trouver, trouvé par la machine.',
    refused: '{{bound}} {{value}} des {{what}} refusés.',
    flagged: '{{bound}} {{value}} des {{what}} signalés à vérifier.',
    agreement: '{{bound}} {{value}} des avis d’accord avec la décision humaine.',
    unfinished: 'Donnez un pourcentage : sans chiffre, le Bilan ne pourra pas trancher.',
  },
  bound: { '>=': 'Au moins', '<=': 'Au plus' },
  what: { tags: 'tags', 'key-points': 'points', moderation: 'commentaires', links: 'liens' },
  corpus: {
    cleared_one: '{{count, number}} article peut être lu par la machine',
    cleared_other: '{{count, number}} articles peuvent être lus par la machine',
    barred_one: '{{count, number}} laissé de côté : ses droits ne permettent pas l’IA',
    barred_other: '{{count, number}} laissés de côté : leurs droits ne permettent pas l’IA',
    missing_one: '{{count, number}} identifiant inconnu sur ce poste',
    missing_other: '{{count, number}} identifiants inconnus sur ce poste',
    first: 'Compté sur les {{count, number}} premiers, de {{total, number}} en tout.',
    barredOne: 'droits à voir',
    none: 'Aucun article ne répond : le passage ne pourrait pas commencer.',
    preview: 'Les premiers',
  },
  before: 'Avant d’approuver',
}
