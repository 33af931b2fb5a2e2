import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { type Diagnostic, linter } from '@codemirror/lint';
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, ViewPlugin } from '@codemirror/view';
import type { Language } from './language.ts';
import { TOKEN_CLASSES } from './look.ts';
import type { Proposal, Span, Token } from './protocol.ts';

const setTokens = StateEffect.define<Token[]>();

/** Colours by the worker's tokens; between an edit and the answer the old ones move with the text. */
const coloured = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    let next = now.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setTokens)) next = decorate(effect.value, transaction.state.doc.length);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(tokens: readonly Token[], length: number): DecorationSet {
  const marks = tokens.flatMap(({ from, to, kind }) => {
    const name = TOKEN_CLASSES[kind];
    return name && from < to && to <= length ? [Decoration.mark({ class: name }).range(from, to)] : [];
  });
  return Decoration.set(marks, true);
}

/** Highlighting: asked again after each edit; an answer on an older text is thrown away. */
export function highlighting(language: Language): Extension {
  const plugin = ViewPlugin.define((view) => {
    const colour = async () => {
      const asked = view.state.doc;
      const tokens = await language.ask('highlight', { text: asked.toString() }).catch(() => undefined);
      if (tokens && view.state.doc === asked) view.dispatch({ effects: setTokens.of(tokens) });
    };
    void colour();
    return { update: ({ docChanged }) => docChanged && void colour() };
  });
  return [coloured, plugin];
}

/** Marks what is wrong as the reader types. */
export function linting(language: Language): Extension {
  const look = async (view: EditorView): Promise<Diagnostic[]> => {
    const text = view.state.doc.toString();
    if (!text.trim()) return [];
    return language.ask('lint', { text }).catch(() => []);
  };
  return linter(look, { delay: 300 });
}

/** Completion by the words of Cypher and of the connected database. */
export function completing(language: Language) {
  return async ({
    state,
    pos,
    explicit,
    matchBefore,
  }: CompletionContext): Promise<CompletionResult | null> => {
    const word = matchBefore.call({ state, pos } as CompletionContext, /[\w$`]+$/);
    const before = state.sliceDoc(Math.max(0, pos - 1), pos);
    if (!word && !explicit && !/[:.([{|$]/.test(before)) return null;
    const found = await language
      .ask('complete', { text: state.doc.toString(), at: pos, manual: explicit })
      .catch(() => []);
    return found.length === 0
      ? null
      : { from: word?.from ?? pos, options: found.map(option), validFor: /^[\w$`]*$/ };
  };
}

// What the reader most likely wants comes first: names of their own data before the language's.
const BOOST: Readonly<Record<Proposal['kind'], number>> = {
  label: 6,
  type: 6,
  property: 5,
  parameter: 4,
  variable: 3,
  function: 0,
  keyword: 1,
};

function option({ label, detail, kind, insert }: Proposal): Completion {
  const place = insert.replace(/\$\{?\d+(?::([^}]*))?\}?/g, '$1');
  const chosen: Completion = {
    label,
    detail: detail.length > 60 ? `${detail.slice(0, 59)}…` : detail || WORDS[kind],
    boost: BOOST[kind],
  };
  if (place === label || kind !== 'label') return chosen;
  chosen.apply = (view, completion, from, to) =>
    view.dispatch({
      changes: { from, to, insert: place },
      selection: { anchor: from + place.length },
      annotations: pickedCompletion.of(completion),
    });
  return chosen;
}

const WORDS: Readonly<Record<Proposal['kind'], string>> = {
  label: 'label',
  type: 'relationship type',
  property: 'property',
  parameter: 'parameter',
  variable: 'variable',
  function: 'function',
  keyword: '',
};

/** Help on the function, procedure or variable under the pointer, as text. */
export function hovering(language: Language): Extension {
  return hoverTooltip(async (view, pos) => {
    const text = view.state.doc.toString();
    const help = await language.ask('hover', { text, at: pos }).catch(() => null);
    if (!help) return null;
    const word = view.state.wordAt(pos);
    const create = () => {
      const dom = document.createElement('div');
      dom.className = 'help';
      dom.textContent = plain(help);
      return { dom };
    };
    return { pos: word?.from ?? pos, end: word?.to ?? pos, above: true, create };
  });
}

/** Markdown without its marks. */
export function plain(markdown: string): string {
  return markdown
    .replace(/```\w*\n?/g, '')
    .replace(/[`*]/g, '')
    .replace(/^#+\s*/gm, '')
    .replace(/^-{3,}$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const setPlace = StateEffect.define<Span | undefined>();

/** The place the server's error points at; gone with the next edit. */
export const errorPlace = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setPlace)) continue;
      const { from, to } = effect.value ?? { from: 0, to: 0 };
      return from < to
        ? Decoration.set([Decoration.mark({ class: 'place' }).range(from, to)])
        : Decoration.none;
    }
    return transaction.docChanged ? Decoration.none : now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Shows, or with undefined takes away, the place of an error. */
export function showPlace(view: EditorView, line: number, column: number): void {
  const found = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
  const at = Math.min(found.from + Math.max(0, column - 1), found.to);
  const word = view.state.wordAt(at);
  const from = word?.from ?? Math.max(found.from, Math.min(at, found.to - 1));
  const to = word?.to ?? Math.min(from + 1, view.state.doc.length);
  view.dispatch({
    effects: [setPlace.of({ from, to }), EditorView.scrollIntoView(from, { y: 'center' })],
    selection: { anchor: from },
  });
}
