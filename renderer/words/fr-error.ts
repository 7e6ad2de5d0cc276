// French sentences for the closed list of error codes: what happened, what was kept, what to do.
// It must not know which screen shows them.

export const frError = {
  connection: 'La rédaction ne répond plus. Ce qui est validé est enregistré ; votre saisie reste à l’écran. Nouvel essai dans un instant.',
  'not-found': 'Cet élément n’existe plus sur ce poste ({{what}}). Rien d’autre n’a changé. Revenez à la liste.',
  'bad-input': 'Cette saisie n’a pas pu être lue ({{what}}). Rien n’a été enregistré. Corrigez-la, puis recommencez.',
  'unknown-person': 'Cette personne n’est pas inscrite sur ce poste. Rien n’a été enregistré. Choisissez qui vous êtes, en haut à droite.',
  'role-required': 'Il faut un autre rôle pour cela. Rien n’a été enregistré. Demandez à la personne qui tient ce rôle.',
  'not-approved': 'La carte n’est pas encore approuvée par le référent éditorial. Rien n’a été lancé. Faites-la approuver d’abord.',
  'not-cleared':
    'L’usage de l’IA n’est pas autorisé pour certains de ces articles. Rien n’a été lancé. Vérifiez leurs droits dans Articles.',
  'not-signed-off': 'Une de ces sorties n’est pas validée. Rien n’est sorti de Marbre. Validez-la, ou retirez-la de la sélection.',
  'checks-missing': 'Il manque une vérification. Rien n’a été validé. Cochez les vérifications, puis validez.',
  ungrounded: 'L’article ne soutient pas ce point. Il n’est pas validé. Corrigez-le, refusez-le, ou dites pourquoi vous le gardez.',
  'bad-transition':
    'Ce geste n’est plus possible dans l’état actuel. Rien n’a changé. Quelqu’un a peut-être décidé entre-temps : regardez de nouveau.',
  stale: 'L’article a changé depuis cette proposition. Votre saisie est gardée. Relisez l’article, puis décidez.',
  'id-conflict': 'Cet identifiant sert déjà à autre chose. Rien n’a été remplacé. Choisissez-en un autre.',
  'desk-in-use': 'Ces données sont déjà ouvertes dans une autre fenêtre de Marbre. Rien n’a été touché. Fermez l’autre fenêtre.',
  'database-from-the-future':
    'Ces données viennent d’une version plus récente de Marbre. Elles sont intactes. Installez cette version pour les ouvrir.',
  'ledger-broken':
    'Le journal des validations ne concorde plus. Les données sont gardées telles quelles. Prévenez l’équipe informatique avant d’aller plus loin.',
  'engine-refused': 'Ce moteur n’est pas autorisé sur ce poste. Rien n’a été envoyé. Choisissez un autre moteur dans Moteurs.',
  'engine-unavailable':
    'Ce moteur ne peut pas travailler maintenant. Ce qui était fait est gardé. Voyez Moteurs pour en connaître la raison.',
  'truncated-read':
    'La lecture s’est arrêtée avant la fin du texte : la proposition a été écartée. L’article est intact. Essayez un texte plus court ou un autre moteur.',
  'key-locked':
    'La clé de signature de ce poste est verrouillée. Votre saisie est gardée. Ouvrez la session de votre ordinateur, puis recommencez.',
  'policy-invalid': 'Les règles posées par l’équipe informatique sont illisibles. Par prudence, rien n’est autorisé. Prévenez-la.',
  'synced-folder': 'Ce dossier est copié vers un service en ligne. Rien n’y a été écrit. Choisissez un dossier qui reste sur ce poste.',
  internal:
    'Un incident s’est produit dans Marbre. Ce qui est validé est enregistré. Recommencez ; si cela se répète, prévenez l’équipe informatique.',
}
