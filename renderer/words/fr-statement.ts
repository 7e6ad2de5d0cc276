// French words of the letter that tells an author why a comment is not published (DSA art. 17), and of the window that writes it.
// It must not know comments.

export const frStatement = {
  hello: 'Bonjour,',
  restriction: {
    whole: 'Votre commentaire du {{date}} sous l’article « {{title}} » n’est pas publié.',
    date: 'Votre commentaire du {{date}} n’est pas publié.',
    title: 'Votre commentaire sous l’article « {{title}} » n’est pas publié.',
    bare: 'Votre commentaire n’est pas publié.',
  },
  scope: 'Cette décision porte sur lui seul ; elle vaut partout sur notre site et sans limite de durée.',
  facts: {
    own: 'Nous l’avons relu de notre propre initiative, sans signalement.',
    notice: 'Nous l’avons relu après un signalement.',
  },
  passage: 'Le passage en cause : « {{passage}} »',
  clause: 'Notre charte ({{charter}}) dit, sous « {{clause}} » : « {{text}} »',
  law: 'Il nous paraît aussi contraire à la loi : {{law}}.',
  automation: {
    shown: 'Un logiciel de la rédaction avait donné un avis sur ce commentaire ; la décision a été prise par une personne.',
    undecided: 'Un logiciel de la rédaction l’avait lu sans se prononcer ; la décision a été prise par une personne.',
    withheld: 'La décision a été prise par une personne, qui n’avait pas vu l’avis du logiciel de la rédaction.',
    none: 'La décision a été prise par une personne, sans l’avis d’un logiciel.',
  },
  redress:
    'Vous pouvez contester cette décision en répondant à ce message : votre commentaire sera réexaminé. Vous pouvez aussi saisir un organisme certifié de règlement extrajudiciaire des litiges, ou la justice.',
  goodbye: 'Bien cordialement,',
  signature: 'La rédaction',
  laws: {
    insult: 'articles 29 et 33 de la loi du 29 juillet 1881 (injure)',
    hate: 'articles 24, 32 et 33 de la loi du 29 juillet 1881 (provocation, diffamation ou injure discriminatoires)',
    threat: 'articles 222-17 et 222-18 du code pénal (menaces)',
    privacy: 'article 9 du code civil (respect de la vie privée)',
    defamation: 'articles 29 et 32 de la loi du 29 juillet 1881 (diffamation)',
    legal: 'article 9-1 du code civil (présomption d’innocence)',
    impersonation: 'article 226-4-1 du code pénal (usurpation d’identité)',
  },
  window: {
    hint: 'Marbre n’envoie rien : après la décision, la lettre se copie.',
    chooseFirst: 'Choisissez un article de la charte, la lettre s’écrit.',
    yours: 'La lettre garde vos mots : elle ne suit plus vos choix.',
    again: 'Reprendre la lettre proposée',
    language: 'Langue de la lettre',
    fr: 'Français',
    en: 'Anglais',
    notice: 'Un lecteur l’a signalé',
    invokeLaw: 'Invoquer aussi la loi',
    law: 'Texte de loi',
    lawHint: 'À vérifier : Marbre n’est pas juriste.',
    blurred: 'La lettre cite le commentaire, encore flouté.',
    reveal: 'Lire la lettre',
    keys: 'Ctrl + Entrée refuse depuis ce champ.',
    copy: 'Copier la lettre',
    copied: 'Lettre copiée. Rien n’est envoyé.',
    copyFailed: 'La copie a été refusée par le navigateur. Sélectionnez la lettre et copiez-la à la main.',
    letter: 'Lettre à l’auteur',
  },
}
