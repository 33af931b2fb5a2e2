import { useState } from 'react';
import type { LibraryStatement } from '../../../../server/core/contract/cypher.ts';
import { Icon } from '../../common/icon.tsx';
import { useWorkbench, useWorkbenchState } from '../context.ts';

interface LibraryProps {
  chosen: () => void;
  close: () => void;
}

/** The ready-made questions at the side. */
export function Library({ chosen, close }: LibraryProps) {
  const workbench = useWorkbench();
  const library = useWorkbenchState((state) => state.library);
  const present = useWorkbenchState((state) => state.question?.name);
  const [sought, setSought] = useState('');
  const fits = ({ title, purpose }: LibraryStatement) =>
    `${title} ${purpose}`.toLocaleLowerCase('en').includes(sought.trim().toLocaleLowerCase('en'));
  return (
    <aside className="library" id="library" aria-label="Library of questions">
      <header className="panel-head">
        <h2>Questions</h2>
        <button type="button" className="icon-button" aria-label="Close the questions" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <input
        className="library-search"
        type="search"
        aria-label="Search the questions"
        placeholder="Search the questions"
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      {library.state === 'failed' && <p className="problem">{library.message}</p>}
      {library.state === 'ready' && (
        <ul>
          {library.value.filter(fits).map((question) => (
            <li key={question.name}>
              <button
                type="button"
                aria-pressed={present === question.name}
                onClick={() => {
                  workbench.choose(question);
                  if (!matchMedia('(min-width: 960px)').matches) close();
                  chosen();
                }}
              >
                <strong>{question.title}</strong>
                <span>{withoutTitle(question)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

/** The purpose repeats the title as its first sentence, which is shown above it already. */
function withoutTitle({ title, purpose }: LibraryStatement): string {
  return purpose.startsWith(title) ? purpose.slice(title.length).trim() : purpose;
}
