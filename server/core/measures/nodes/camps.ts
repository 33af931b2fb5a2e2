import type { ReportMeasure } from '../measure.ts';

const LETTERS = ['A', 'B'];

/**
 * Several splits may be equally good; one is shown. Which camps of two components go together, nothing tells.
 */
export const camps = {
  id: 'camps',
  name: 'Camps',
  sentence: 'The best split into two camps, with support within and opposition between them.',
  source: 'Harary 1959 (frustration index)',
  range: 'a camp of a connected component',
  uses: ['colour', 'shape', 'group'],
  takes: 'report',
  // Who has no signed edge is in none.
  sides({ found: { frustration } }) {
    const many = frustration.camps.length > 1;
    return frustration.camps.flatMap((sides, part) =>
      sides
        .map((members, camp) => ({
          title: many ? `Component ${part + 1}, camp ${LETTERS[camp]}` : `Camp ${LETTERS[camp]}`,
          members,
        }))
        .filter(({ members }) => members.length > 0),
    );
  },
} as const satisfies ReportMeasure;
