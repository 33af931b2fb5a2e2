/** What the page and the language worker say to each other. Offsets count UTF-16 units from the text's start. */
export interface Span {
  from: number;
  to: number;
}
export interface Token extends Span {
  kind: string;
}
export interface Problem extends Span {
  severity: 'error' | 'warning';
  message: string;
}
export interface Proposal {
  label: string;
  detail: string;
  kind: 'keyword' | 'function' | 'label' | 'type' | 'property' | 'variable' | 'parameter';
  insert: string;
}

/** What the connected database holds, as far as completion needs it. */
export interface Vocabulary {
  labels: string[];
  relationshipTypes: string[];
  propertyKeys: string[];
  parameters: string[];
}

export interface Questions {
  vocabulary: { ask: { vocabulary: Vocabulary }; answer: null };
  highlight: { ask: { text: string }; answer: Token[] };
  lint: { ask: { text: string }; answer: Problem[] };
  complete: { ask: { text: string; at: number; manual: boolean }; answer: Proposal[] };
  hover: { ask: { text: string; at: number }; answer: string | null };
  format: { ask: { text: string; at: number }; answer: { text: string; at: number } };
}
export type QuestionName = keyof Questions;
export type Question = { [N in QuestionName]: { name: N } & Questions[N]['ask'] }[QuestionName];
