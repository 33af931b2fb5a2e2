import PDFDocument from 'pdfkit';
import type { Group, Outline, Shape, Shapes } from './shapes.ts';
import type { Words } from './words.ts';

/** What a document says of itself besides what its picture does. */
export interface About {
  /** Who is credited. */
  author?: string | undefined;
  /** What it is about, in full. */
  subject?: string | undefined;
  created: Date;
}

/** Points per CSS pixel. */
const POINTS = 0.75;
/** What the fonts that every reader of PDF has can write: printable Latin-1. */
const LATIN = /^[\u0020-\u007e\u00a0-\u00ff]*$/;

/** A picture as a PDF of one page of its own size; the same is given for the same, the date included. */
export async function writePdf(shapes: Shapes, words: Words, about: About): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [shapes.width * POINTS, shapes.height * POINTS],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'en',
    tagged: true,
    displayTitle: true,
    info: infoOf(words, about),
  });
  const pieces: Uint8Array[] = [];
  document.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise((done, failed) => document.once('end', done).once('error', failed));
  const draw = () => {
    document.save().scale(POINTS);
    for (const shape of shapes.shapes) drawShape(document, shape);
    layWords(document, words);
    document.restore();
  };
  const alt = [words.title, words.description].filter(Boolean).join('. ');
  document.addStructure(document.struct('Document', {}, [document.struct('Figure', { alt }, draw)]));
  document.end();
  await ended;
  return Buffer.concat(pieces);
}

function infoOf({ title, description }: Words, { author, subject, created }: About) {
  return {
    Title: title,
    Subject: subject || description,
    ...(author && { Author: author }),
    Creator: 'Entente',
    CreationDate: created,
    ModDate: created,
  };
}

type Document = InstanceType<typeof PDFDocument>;

function drawShape(document: Document, shape: Shape): void {
  if ('path' in shape) drawOutline(document, shape);
  else drawGroup(document, shape);
}

function drawGroup(document: Document, { matrix, clips, shapes }: Group): void {
  document.save();
  if (matrix) document.transform(...(matrix as [number, number, number, number, number, number]));
  for (const clip of clips) document.path(clip).clip();
  for (const shape of shapes) drawShape(document, shape);
  document.restore();
}

function drawOutline(document: Document, { path, fill, stroke, strokeFirst }: Outline): void {
  if (path === '') return;
  const drawn = [
    fill && (() => fillPath(document, path, fill)),
    stroke && (() => strokePath(document, path, stroke)),
  ];
  for (const part of strokeFirst ? drawn.reverse() : drawn) part?.();
}

function fillPath(document: Document, path: string, fill: NonNullable<Outline['fill']>): void {
  document.save().fillColor(fill.colour);
  if (fill.opacity < 1) document.fillOpacity(fill.opacity);
  document
    .path(path)
    .fill(fill.evenOdd ? 'even-odd' : 'non-zero')
    .restore();
}

function strokePath(document: Document, path: string, stroke: NonNullable<Outline['stroke']>): void {
  document
    .save()
    .strokeColor(stroke.colour)
    .lineWidth(stroke.width)
    .lineCap(stroke.cap)
    .lineJoin(stroke.join)
    .miterLimit(stroke.miterLimit);
  if (stroke.opacity < 1) document.strokeOpacity(stroke.opacity);
  // The library's own refuses a dash without length, which with round ends is a dot.
  if (stroke.dashes.length > 0) document.addContent(`[${stroke.dashes.join(' ')}] ${stroke.dashOffset} d`);
  document.path(path).stroke().restore();
}

/** Lays the words over their outlines, invisibly: what is only outlines can be neither found nor copied. */
function layWords(document: Document, { words }: Words): void {
  document.save().font('Helvetica').addContent('3 Tr');
  for (const { text, x, y, size, anchor } of words) {
    document.fontSize(size);
    const isLatin = LATIN.test(text);
    // Of what the font cannot write the words are told beside a mark, as readers pass over those of a space.
    const written = isLatin ? text : '·';
    const share = { left: 0, middle: 0.5, right: 1 }[anchor];
    const left = x - share * document.widthOfString(written);
    if (!isLatin) document.markContent('Span', { actual: text });
    document.text(written, left, y, { lineBreak: false, baseline: 'alphabetic' });
    if (!isLatin) document.endMarkedContent();
  }
  document.restore();
}
