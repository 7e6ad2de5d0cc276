// English words of the letter to an author whose comment is not published, and of the window that writes it.
import type { frStatement } from './fr-statement.ts'
import type { Same } from './same.ts'

export const enStatement = {
  hello: 'Hello,',
  restriction: {
    whole: 'Your comment of {{date}} on the article “{{title}}” is not published.',
    date: 'Your comment of {{date}} is not published.',
    title: 'Your comment on the article “{{title}}” is not published.',
    bare: 'Your comment is not published.',
  },
  scope: 'This decision concerns that comment alone; it holds everywhere on our site and has no time limit.',
  facts: {
    own: 'We read it on our own initiative; nobody had reported it.',
    notice: 'We read it after it was reported to us.',
  },
  passage: 'The words at issue: “{{passage}}”',
  clause: 'Our rules ({{charter}}) say, under “{{clause}}”: “{{text}}”',
  law: 'We also believe it to be against the law: {{law}}.',
  automation: {
    shown: 'A program in our newsroom had given an opinion on this comment; the decision was taken by a person.',
    undecided: 'A program in our newsroom had read it without taking a side; the decision was taken by a person.',
    withheld: 'The decision was taken by a person, who had not seen the opinion of our newsroom’s program.',
    none: 'The decision was taken by a person, without the opinion of any program.',
  },
  redress:
    'You can contest this decision by replying to this message: your comment will be looked at again. You may also turn to a certified out-of-court dispute settlement body, or to the courts.',
  goodbye: 'Kind regards,',
  signature: 'The newsroom',
  laws: {
    insult: 'sections 29 and 33 of the French Press Act of 29 July 1881 (insult)',
    hate: 'sections 24, 32 and 33 of the French Press Act of 29 July 1881 (discriminatory incitement, defamation or insult)',
    threat: 'articles 222-17 and 222-18 of the French Criminal Code (threats)',
    privacy: 'article 9 of the French Civil Code (privacy)',
    defamation: 'sections 29 and 32 of the French Press Act of 29 July 1881 (defamation)',
    legal: 'article 9-1 of the French Civil Code (presumption of innocence)',
    impersonation: 'article 226-4-1 of the French Criminal Code (identity theft)',
  },
  window: {
    hint: 'Marbre sends nothing: copy the letter once you have decided.',
    chooseFirst: 'Choose a clause of the charter and the letter writes itself.',
    yours: 'The letter keeps your words: it no longer follows your choices.',
    again: 'Go back to the drafted letter',
    language: 'Language of the letter',
    fr: 'French',
    en: 'English',
    notice: 'A reader reported it',
    invokeLaw: 'Invoke the law as well',
    law: 'Law invoked',
    lawHint: 'To be checked: Marbre is no lawyer.',
    blurred: 'The letter quotes the comment, which is still blurred.',
    reveal: 'Read the letter',
    keys: 'Ctrl + Enter refuses from this field.',
    copy: 'Copy the letter',
    copied: 'Letter copied. Nothing is sent.',
    copyFailed: 'The browser refused to copy. Select the letter and copy it by hand.',
    letter: 'Letter to the author',
  },
} satisfies Same<typeof frStatement>
