// English words of readings that travel: a packet read again, its readings sent back; and comments read again.
// It must not know components.
import type { frPacketReadings } from './fr-packet-readings.ts'
import type { Same } from './same.ts'

export const enPacketReadings = {
  title: 'Second reading of a packet',
  open: 'Read again, blind',
  goOn: 'Go on reading',
  before:
    'Set the plan before you look at the packet: what you have seen can no longer be hidden from you. Outputs drawn show their decision only once they are read.',
  look: 'See the packet without reading it again',
  packet: 'The packet',
  waits: 'In second reading',
  waitsHelp: 'The decision will be shown once you have given your reading.',
  done_one: '{{count, number}} output read of {{total, number}} drawn',
  done_other: '{{count, number}} outputs read of {{total, number}} drawn',
  noText: 'The packet came without the articles’ texts. Read from the passages quoted, or say you are unsure.',
  send: 'Send the readings back',
  sent_one: 'File saved: {{count, number}} reading for the first laptop.',
  sent_other: 'File saved: {{count, number}} readings for the first laptop.',
  file: 'second-readings.json',
  received_one: '{{count, number}} reading received.',
  received_other: '{{count, number}} readings received.',
  differing_one: '{{count, number}} disagreement to settle.',
  differing_other: '{{count, number}} disagreements to settle.',
  fromElsewhere: 'Other laptop',
  unverified: 'unverified signer',
  elsewhere_one: '{{count, number}} reading from another laptop',
  elsewhere_other: '{{count, number}} readings from another laptop',
  leftOut_one: '{{count, number}} reading by an unverified signer, left out of the figures',
  leftOut_other: '{{count, number}} readings by an unverified signer, left out of the figures',
  closeTitle: 'Close this packet?',
  closeText_one: 'Your reading leaves with it; the ledger keeps that it was given. Send it back first if the first laptop awaits it.',
  closeText_other:
    'Your {{count, number}} readings leave with it; the ledger keeps that they were given. Send them back first if the first laptop awaits them.',
  sealed: 'Packet sealed at entry {{count, number}} of its desk’s ledger. People go by pseudonyms in it (p1, p2…).',
  comment: 'The comment',
  answers: 'It answers',
  under: 'Under the article “{{title}}”',
  reveal: 'Show the text',
  hide: 'Blur the text',
  blind: 'Judge the comment as if nothing were decided. Neither the first decision nor the machine’s opinion is shown.',
  verdict: { accept: 'I would publish', edit: 'I would edit', reject: 'I would refuse', unsure: 'Unsure' },
  state: { accepted: 'Published', edited: 'Edited', rejected: 'Refused' },
  will: {
    accept: 'Following the second reading changes the decision: publish.',
    reject: 'Following the second reading changes the decision: refuse.',
    unsure: 'Following the second reading puts the comment back in doubt.',
  },
} satisfies Same<typeof frPacketReadings>
