// Checks masking of personal data, undoing of disguises and marking of furniture.
// It must not know the rooms that use them.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { markBoilerplate } from '../../../electron/core/text/boilerplate.ts'
import { readPlainly } from '../../../electron/core/text/obfuscation.ts'
import { maskPersonalData } from '../../../electron/core/text/personal-data.ts'

describe('maskPersonalData', () => {
  it.each([
    ['Écrivez à jean.dupont+asso@free.fr !', 'Écrivez à [e-mail] !', 1],
    ['jean.dupont [at] free.fr ou jean (arobase) orange point fr', '[e-mail] ou [e-mail]', 2],
    ['Tel 06 12 34 56 78, 02.40.11.22.33 ou 0612345678', 'Tel [téléphone], [téléphone] ou [téléphone]', 3],
    ['+33 6 12 34 56 78 / +33(0)2 40 11 22 33 / 0033612345678', '[téléphone] / [téléphone] / [téléphone]', 3],
    ['Call +44 20 7946 0958 or (415) 555-0134', 'Call [téléphone] or [téléphone]', 2],
    ['Il habite 12 rue des Lilas, à Brème', 'Il habite [adresse], à Brème', 1],
    ['au 12 bis, avenue du Général de Gaulle 44600 Saint-Nazaire.', 'au [adresse].', 1],
    ['3 place de la République et 7, quai des Brumes', '[adresse] et [adresse]', 2],
    ['au 8 rue du 11 novembre 1918', 'au [adresse]', 1],
    ['he lives at 221 Baker Street, London', 'he lives at [adresse], London', 1],
    ['FR76 3000 6000 0112 3456 7890 189 merci', '[IBAN] merci', 1],
    ['depuis 192.168.1.254 hier', 'depuis [adresse IP] hier', 1],
  ])('%s', (text, expected, masked) => {
    expect(maskPersonalData(text)).toEqual({ text: expected, masked })
  })
  it.each([
    'Le 01.02.2024, le 12/03/2024 et le 2024-03-12 à 20h30',
    'Il a payé 12 500 € puis 1 250 000,50 euros, soit 03 %',
    'Score final : 3-1 (25-20, 22-25, 25-18, 25-21)',
    '2 cours de piano, 3 places assises, 12 rues fermées, 1 place de parking, 4 routes',
    'Version 10.15.7 et v1.2.3.4, loi n° 2016-1321, article 06 du code, code postal 44600',
    'De 1914 à 1918, 10 000 000 de morts ; 02 40 ans après',
    'In 2019 Wall Street fell',
  ])('leaves alone: %s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, masked: 0 })
  })
  it('changes nothing when it masks again', () => {
    const piece = fc.constantFrom(
      '06 12 34 56 78',
      'a@b.fr',
      ' ',
      ', ',
      '12 rue des Lilas',
      '+33 6',
      'FR76',
      '10.0.0.1',
      'mot',
      '2024',
      '-',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = maskPersonalData(pieces.join('')).text
        expect(maskPersonalData(once)).toEqual({ text: once, masked: 0 })
      }),
    )
  })
})

describe('readPlainly', () => {
  it.each([
    ['Quel C0N ce m@ire', 'quel con ce maire'],
    ['3nculé de m3rd3', 'enculé de merde'],
    ['t’es un connnnnard', 't’es un connard'],
    ['Noooon', 'non'],
    ['espèce de c o n', 'espèce de con'],
    ['s.a.l.o.p.e !', 'salope !'],
    ['c*n et m**de', 'con et merde'],
    ['con.nard, en-culé', 'connard, enculé'],
    ['p\u200bute', 'pute'],
    ['сonnard', 'connard'],
    ['f*cking sh1t', 'fucking shit'],
    ['1d1ot', 'idiot'],
    ['ⓒⓞⓝⓝⓐⓡⓓ', 'connard'],
    ['🅲🅾🅽🅽🅰🆁🅳 et 🅐🅢🅢', 'connard et ass'],
    ['🇫🇩🇵', 'fdp'],
    ['ᴄᴏɴɴᴀʀᴅ', 'connard'],
    ['𝕔𝕠𝕟𝕟𝕒𝕣𝕕', 'connard'],
    ['c\u2060o\u200dn\u00adn\ufe0fard', 'connard'],
    ['con\u202enard', 'connard'],
  ])('%s → %s', (text, plain) => {
    expect(readPlainly(text).text).toBe(plain)
  })
  it.each(['il y a à manger le 12/03 à 20h30 pour 15 €', 'covid-19, h5n1 et mp3 : la 2e dose', 'rendez-vous à saint-nazaire !', 'a b c'])(
    'leaves alone: %s',
    (text) => {
      expect(readPlainly(text).text).toBe(text)
    },
  )
  it('leads back to the original words', () => {
    const text = 'Salut 😀, espèce de C  0 n et de c o n n a r d !'
    const reading = readPlainly(text)
    const at = reading.text.indexOf('connard')
    const place = reading.place(at, at + 'connard'.length)
    expect(text.slice(place.start, place.end)).toBe('c o n n a r d')
  })
  it('leaves flags alone', () => {
    expect(readPlainly('🇫🇷 et 🇧🇪').text).toBe('🇫🇷 et 🇧🇪')
  })
  it('leads from every disguised word back to exactly what was written', () => {
    const disguises: ((word: string) => string)[] = [
      (word) => word,
      (word) => word.toUpperCase(),
      (word) => Array.from(word).join(' '),
      (word) => Array.from(word).join('.'),
      (word) => word.replace('a', '@').replace('o', '0'),
      (word) => word.replace(/[aeiou]/u, '*'),
      (word) => word.replace(/([aeiou])/u, '$1$1$1$1'),
      (word) => Array.from(word).join('\u200b'),
      (word) => `${word.slice(0, 3)}-${word.slice(3)}`,
      (word) => word.replaceAll('o', 'о').replaceAll('a', 'а'),
      (word) => Array.from(word, (letter) => String.fromCodePoint(0x1f170 + letter.charCodeAt(0) - 97)).join(''),
      (word) => Array.from(word, (letter) => String.fromCodePoint(0x1d552 + letter.charCodeAt(0) - 97)).join(''),
    ]
    const around = fc.constantFrom('Le maire', 'été 😀', '«', 'voilà,', 'the 12 of', '')
    const word = fc.constantFrom('connard', 'salope', 'idiot', 'bastard', 'moron')
    fc.assert(
      fc.property(around, word, fc.nat(disguises.length - 1), around, (before, plain, which, after) => {
        const written = disguises[which]!(plain)
        const text = `${before} ${written} ${after}`
        const reading = readPlainly(text)
        const at = reading.text.indexOf(plain)
        expect(at, text).toBeGreaterThanOrEqual(0)
        const place = reading.place(at, at + plain.length)
        expect(text.slice(place.start, place.end)).toBe(written)
      }),
    )
  })
  it('keeps places inside the text and in order, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readPlainly(text)
        let last = 0
        for (let at = 0; at < reading.text.length; at++) {
          const place = reading.place(at, at + 1)
          expect(place.start).toBeGreaterThanOrEqual(last)
          expect(place.end).toBeLessThanOrEqual(text.length)
          last = place.start
        }
      }),
    )
  })
})

describe('markBoilerplate', () => {
  const lines: [string, string | null][] = [
    ['Le maire a présenté le budget. Lire aussi le rapport est conseillé par la Cour.', null],
    ['Lire aussi : Le port ferme ses portes', 'read-also'],
    ['>> À lire également sur le même sujet', 'read-also'],
    ['Read more: how we count', 'read-also'],
    ['Partager sur Facebook', 'share'],
    ['Facebook Twitter LinkedIn', 'share'],
    ['Photo : Jeanne Le Goff', 'credit'],
    ['© Le Courrier de l’Estuaire', 'credit'],
    ['Le port de pêche, mardi matin. (Photo Jeanne Le Goff)', 'caption'],
    ['Tous droits réservés', 'notice'],
    ['* * *', 'debris'],
    ['« Nous partagerons la facture », dit-elle.', null],
    ['Publié en 1954, le roman raconte une traversée.', null],
    ['Photographe, il vit à Brème depuis 1990.', null],
  ]
  it('marks whole lines with offsets and leaves reporting', () => {
    const text = lines.map(([line]) => `  ${line} `).join('\n\n')
    const marked = markBoilerplate(text).map((line) => [text.slice(line.start, line.end), line.kind])
    expect(marked).toEqual(lines.filter(([, kind]) => kind !== null))
  })
})
