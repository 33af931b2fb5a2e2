import { EntenteError } from '../core/model/errors.ts';

/** Where in the statement something stands; lines and columns count from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A statement is not run: what was refused and how to ask instead, at its place where it has one. */
export class Refusal extends EntenteError {
  constructor(message: string, place?: Place) {
    const path = place ? `statement:${place.line}:${place.column}` : 'statement';
    super('invalid_request', message, { details: [{ path, message }] });
    this.name = 'Refusal';
  }
}
