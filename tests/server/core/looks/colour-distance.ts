type Three = readonly [number, number, number];

/** What the eye makes of linear red, green and blue: all cones, and one kind missing (Machado, Oliveira and Fernandes 2009). */
const SIGHTS: readonly (readonly [Three, Three, Three])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** How far apart two `#rrggbb` colours are in OKLab, where black and white are 1 apart, to whoever sees least of it. */
export function leastDistance(one: string, other: string): number {
  return Math.min(
    ...SIGHTS.map((sight) => {
      const [a, b] = [one, other].map((colour) => oklab(seen(sight, linear(colour)))) as [Three, Three];
      return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }),
  );
}

function linear(colour: string): Three {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function dot([a, b, c]: Three, [x, y, z]: Three): number {
  return a * x + b * y + c * z;
}

function seen([red, green, blue]: (typeof SIGHTS)[number], colour: Three): Three {
  const kept = (value: number) => Math.min(1, Math.max(0, value));
  return [kept(dot(red, colour)), kept(dot(green, colour)), kept(dot(blue, colour))];
}

/** Ottosson 2020. */
function oklab(colour: Three): Three {
  const cones: Three = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], colour)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], colour)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], colour)),
  ];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}
