import { refusal } from '../faults.ts';
import type { FileFormat } from '../format.ts';

export const dna: FileFormat = {
  id: 'dna',
  title: 'Discourse Network Analyzer',
  extensions: ['dna'],
  detect: ({ head }) => head.startsWith('SQLite format 3\0'),
  read: ({ name }) => {
    throw refusal(name, 'not yet');
  },
};
