import type { Shape } from '../model/style.ts';

export type ThemeName = 'light' | 'dark';

/**
 * Every colour of the product, by what it is for. All are opaque `#rrggbb`, so that contrast can be
 * computed and WebGL needs no CSS parser. The canvas, the legend and the CSS all take them from here.
 */
export interface Theme {
  /** The canvas and the page behind everything. */
  ground: string;
  /** Panels, bars and menus over the ground. */
  surface: string;
  /** A control or row on a surface: hovered, pressed, selected. */
  surfaceHover: string;
  surfaceActive: string;
  text: string;
  textMuted: string;
  /** Hairlines that separate and carry no meaning. */
  line: string;
  /** Outlines of controls: at least 3:1 on ground and surface. */
  lineStrong: string;
  /** The one accent: links, primary buttons, selection. */
  accent: string;
  /** Text on the accent. */
  accentText: string;
  focusRing: string;
  /** Text and marks of errors. */
  error: string;
  /** Edges: the sign; `…Weak` for whatever is not an actual relation. All at least 3:1 on the ground. */
  support: string;
  supportWeak: string;
  oppose: string;
  opposeWeak: string;
  neutral: string;
  neutralWeak: string;
  /** What is faded while something else is hovered; decoration by then, so it carries no contrast. */
  faded: string;
  fadedText: string;
  /** Labels on the canvas and the halo that lifts them off the edges. */
  label: string;
  halo: string;
  /** Rings round the selected and the hovered node. */
  selected: string;
  hovered: string;
  /** Node fills by shape, told apart by the colour-blind too, so that colour only repeats what the shape says. */
  fills: Readonly<Record<Shape, string>>;
  /**
   * Node fills by meaning: categories that the colour-blind can tell apart (after the hues of Tol 2021), what is
   * in none of them, then a scale from little to much.
   */
  palette: readonly string[];
}

const light: Theme = {
  ground: '#fbfaf7',
  surface: '#ffffff',
  surfaceHover: '#f3f1ec',
  surfaceActive: '#e9e6df',
  text: '#1b1f24',
  textMuted: '#5a6068',
  line: '#dedbd3',
  lineStrong: '#85888c',
  accent: '#4a3d9c',
  accentText: '#ffffff',
  focusRing: '#4a3d9c',
  error: '#9b1c1c',
  support: '#1259a8',
  supportWeak: '#4d87c4',
  oppose: '#bd4d00',
  opposeWeak: '#d0722c',
  neutral: '#85898e',
  neutralWeak: '#8d9196',
  faded: '#e3e1db',
  fadedText: '#b9b8b4',
  label: '#1b1f24',
  halo: '#fbfaf7',
  selected: '#4a3d9c',
  hovered: '#1b1f24',
  fills: {
    circle: '#343c7d',
    square: '#20232b',
    pentagon: '#017a4f',
    hexagon: '#838f8c',
    diamond: '#9f5199',
    triangle: '#b1882f',
    page: '#534a12',
    star: '#582102',
    cross: '#7865c6',
    wedge: '#3e95c0',
  },
  palette: [
    ...['#332288', '#1f8a7d', '#bb4f62', '#7d7d1f', '#0077a3', '#882255', '#117733', '#9a6200'],
    '#8a8d91',
    ...['#7591aa', '#5b7f9e', '#436c90', '#2d597f', '#1a456c', '#0b2f55'],
  ],
};

const dark: Theme = {
  ground: '#14171b',
  surface: '#1d2126',
  surfaceHover: '#282d33',
  surfaceActive: '#343a42',
  text: '#eceae5',
  textMuted: '#a6abb2',
  line: '#32373e',
  lineStrong: '#7b828b',
  accent: '#b3a7f5',
  accentText: '#17132e',
  focusRing: '#b3a7f5',
  error: '#ff9d94',
  support: '#6fb1f0',
  supportWeak: '#4a7fb4',
  oppose: '#f19a55',
  opposeWeak: '#b57038',
  neutral: '#717780',
  neutralWeak: '#686e77',
  faded: '#272b30',
  fadedText: '#565b62',
  label: '#eceae5',
  halo: '#14171b',
  selected: '#b3a7f5',
  hovered: '#ffffff',
  fills: {
    circle: '#7893de',
    square: '#e6eef6',
    pentagon: '#81dec0',
    hexagon: '#6c7680',
    diamond: '#dd7899',
    triangle: '#ecc569',
    page: '#97843c',
    star: '#b04f2e',
    cross: '#925fbb',
    wedge: '#8eb2c8',
  },
  palette: [
    ...['#a597ea', '#44aa99', '#e08593', '#b8b84a', '#88ccee', '#d98bbd', '#74c07a', '#e0a24a'],
    '#74797f',
    ...['#5c7993', '#7390ab', '#8ca8c1', '#a6bfd5', '#c2d7e8', '#e1eef8'],
  ],
};

export const THEMES: Readonly<Record<ThemeName, Theme>> = { light, dark };

/**
 * The contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
 */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
