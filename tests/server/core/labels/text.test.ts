import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clustersOf,
  isRightToLeft,
  readAs,
  textWidth,
  wrapLabel,
} from '../../../../server/core/labels/text.ts';

const NAMES = [
  'สมาคมประชาชาติแห่งเอเชียตะวันออกเฉียงใต้และองค์การความร่วมมือระดับภูมิภาค',
  'दक्षिण-एशियाई-क्षेत्रीय-सहयोग-संगठन-का-स्थायी-सचिवालय',
  'منظمةالتعاونالإسلاميوجامعةالدولالعربيةوالاتحادالأفريقي',
  '东南亚国家联盟与中国全面经济合作框架协议秘书处',
];

describe('the lines of a name', () => {
  it.each(NAMES)('part no letter from its marks: %s', (name) => {
    const { lines } = wrapLabel(name, true);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(name);
    for (const line of lines) {
      expect(line).not.toMatch(/^[\p{M}\u0e30\u0e32\u0e33]/u);
      expect(line).not.toMatch(/[\u0e40-\u0e44]$/u);
    }
  });

  it('are read in the direction of the whole name, whatever they begin with', () => {
    const name = 'معاهدة الدفاع المشترك Partnership-for-Peace للسلام';
    const lines = readAs(name, wrapLabel(name, true).lines);
    expect(lines.some((line) => /^\u200f?[A-Z]/.test(line))).toBe(true);
    for (const line of lines) expect(isRightToLeft(line)).toBe(true);
    for (const line of readAs('Plan', ['Plan of', 'السلام'])) expect(isRightToLeft(line)).toBe(false);
  });

  it('lose nothing when letters are told apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clustersOf(text).join('')).toBe(text);
      }),
    );
  });
});

describe('the width of a text', () => {
  it('is that of its letters: marks over and under them take none', () => {
    expect(textWidth('ที่')).toBe(textWidth('ท'));
    expect(textWidth('שָׁלוֹם')).toBe(textWidth('שלום'));
    expect(textWidth('é')).toBe(textWidth('e'));
  });
});
