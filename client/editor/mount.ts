import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { completing, errorPlace, highlighting, hovering, linting, showPlace } from './extensions.ts';
import { type Language, startLanguage } from './language.ts';
import { editorLook } from './look.ts';
import type { Vocabulary } from './protocol.ts';

export interface EditorActions {
  changed: (text: string) => void;
  run: () => void;
  /** Towards older or newer statements of the history. */
  walk: (step: -1 | 1) => void;
}

export interface Editor {
  /** Puts a text in, unless it is there already. */
  setText: (text: string) => void;
  setVocabulary: (vocabulary: Vocabulary) => void;
  /** Marks a place; lines and columns count from 1. */
  showPlace: (line: number, column: number) => void;
  format: () => Promise<void>;
  focus: () => void;
  close: () => void;
}

/**
 * Puts a Cypher editor into an element. It lives in a shadow root, because there CodeMirror adopts its style
 * sheets; in the page itself it would add style elements, which the content security policy forbids.
 */
export function mountEditor(host: HTMLElement, text: string, actions: EditorActions): Editor {
  const language = startLanguage();
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const parent = document.createElement('div');
  root.replaceChildren(parent);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{display:block}:host>div,div.cm-editor{height:100%}');
  const view = new EditorView({
    root,
    parent,
    state: EditorState.create({ doc: text, extensions: extensionsOf(language, actions) }),
  });
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  parent.style.height = '100%';
  return {
    setText: (next) => {
      if (next !== view.state.doc.toString())
        view.dispatch({
          changes: { from: 0, to: view.state.doc.length, insert: next },
          selection: { anchor: next.length },
        });
    },
    setVocabulary: (vocabulary) => void language.ask('vocabulary', { vocabulary }).catch(() => undefined),
    showPlace: (line, column) => showPlace(view, line, column),
    format: () => formatIn(view, language),
    focus: () => view.focus(),
    close: () => {
      view.destroy();
      language.close();
      root.replaceChildren();
    },
  };
}

async function formatIn(view: EditorView, language: Language): Promise<void> {
  const asked = view.state.doc;
  const at = view.state.selection.main.head;
  const next = await language.ask('format', { text: asked.toString(), at }).catch(() => undefined);
  if (!next || view.state.doc !== asked || next.text === asked.toString()) return;
  view.dispatch({
    changes: { from: 0, to: asked.length, insert: next.text },
    selection: { anchor: Math.min(next.at, next.text.length) },
  });
}

function extensionsOf(language: Language, { changed, run, walk }: EditorActions) {
  const always = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: always(run) },
        { key: 'Mod-ArrowUp', run: always(() => walk(-1)) },
        { key: 'Mod-ArrowDown', run: always(() => walk(1)) },
        { key: 'Shift-Alt-f', run: (view) => always(() => void formatIn(view, language))() },
      ]),
    ),
    lineNumbers(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    autocompletion({ override: [completing(language)], icons: false, maxRenderedOptions: 60 }),
    highlighting(language),
    linting(language),
    hovering(language),
    errorPlace,
    editorLook,
    placeholder('MATCH (n) RETURN n LIMIT 25'),
    EditorView.contentAttributes.of({
      'aria-label': 'Cypher statement. Press Escape, then Tab, to leave the editor.',
      spellcheck: 'false',
      autocapitalize: 'off',
    }),
    EditorView.updateListener.of(({ docChanged, state }) => docChanged && changed(state.doc.toString())),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ];
}
