import type { Sign } from '../../model/graph.ts';

const WORDS: readonly [sign: Sign, words: string][] = [
  [
    1,
    '+ 1 +1 yes y yea aye for pro support supports supported approve approves approved agree agrees accept positive ' +
      'ally allied alliance friend favour favor in_favour in_favor true ja oui sí si cooperation',
  ],
  [
    -1,
    '- − – -1 −1 no n nay against con contra oppose opposes opposed reject rejects rejected disagree disagrees negative ' +
      'enemy rival hostile conflict false nein non',
  ],
  [0, '0 abstain abstains abstained abstention neutral neither none mixed absent not_voting enthaltung'],
];

const SIGNS = new Map(
  WORDS.flatMap(([sign, words]) => words.split(' ').map((word): [string, Sign] => [word, sign])),
);

/** The sign that a word stands for, such as `yes`, `reject`, `−1` or `abstain`; undefined for any other text. */
export function signOfWord(text: string): Sign | undefined {
  return SIGNS.get(text.trim().toLowerCase().replaceAll(' ', '_'));
}

/** Whether values are those of a column of signs: all of them are such words, and both poles are among them. */
export function areSigns(values: Iterable<string>): boolean {
  const found = new Set<Sign>();
  for (const value of values) {
    if (value === '') continue;
    const sign = signOfWord(value);
    if (sign === undefined) return false;
    found.add(sign);
  }
  return found.has(1) && found.has(-1);
}
