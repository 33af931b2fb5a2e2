import { EditorView } from '@codemirror/view';

const MONO = 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, monospace';

/** The editor in the page's own tokens, so that it follows the page into the dark. */
export const editorLook = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: '2px solid var(--focus-ring)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: MONO, lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--text-muted)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--surface-hover)', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--surface-active)',
  },
  '.cm-placeholder': { color: 'var(--text-muted)' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: '0.375rem',
    backgroundColor: 'var(--surface)',
    color: 'var(--text)',
    boxShadow: 'var(--lift)',
    maxWidth: '36rem',
    fontFamily: '"Inter Variable", system-ui, sans-serif',
    fontSize: '0.8125rem',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: MONO, maxHeight: '16rem' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '0.2rem 0.5rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--accent-text)',
  },
  '.cm-completionDetail': { opacity: '0.85', fontStyle: 'normal', marginLeft: '1rem' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-diagnostic': { padding: '0.375rem 0.625rem' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--error)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--oppose)' },
  '.cm-lintRange-error, .cm-lintRange-warning': { backgroundImage: 'none' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--error)' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--oppose)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--surface-hover)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--surface-active)',
    outline: '1px solid var(--line-strong)',
  },
  '.help': { padding: '0.5rem 0.75rem', maxHeight: '18rem', overflow: 'auto', whiteSpace: 'pre-wrap' },
  '.help code': { fontFamily: MONO },
  '.place': { backgroundColor: 'var(--surface-active)', textDecoration: 'underline wavy var(--error)' },
  '.t-keyword': { color: 'var(--accent)', fontWeight: '600' },
  '.t-text': { color: 'var(--oppose)' },
  '.t-number': { color: 'var(--oppose)' },
  '.t-label': { color: 'var(--support)', fontWeight: '500' },
  '.t-type': { color: 'var(--support)', fontWeight: '500' },
  '.t-function': { color: 'var(--fill-triangle)' },
  '.t-property': { color: 'var(--fill-diamond)' },
  '.t-parameter': { color: 'var(--fill-diamond)', fontWeight: '600' },
  '.t-comment': { color: 'var(--text-muted)', fontStyle: 'italic' },
});

/** The class of a kind of token; undefined for what reads best as plain text. */
export const TOKEN_CLASSES: Readonly<Record<string, string>> = {
  keyword: 't-keyword',
  predicateFunction: 't-function',
  function: 't-function',
  procedure: 't-function',
  procedureOutput: 't-property',
  stringLiteral: 't-text',
  numberLiteral: 't-number',
  booleanLiteral: 't-number',
  keywordLiteral: 't-number',
  label: 't-label',
  type: 't-type',
  property: 't-property',
  paramDollar: 't-parameter',
  paramValue: 't-parameter',
  comment: 't-comment',
};
