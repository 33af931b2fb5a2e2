import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { LibraryStatement } from '../../../../server/core/contract/cypher.ts';
import { Icon } from '../../common/icon.tsx';
import { SearchField } from '../../common/search-field.tsx';
import { useWorkbench, useWorkbenchState } from '../context.ts';
import { HistoryList } from './history-list.tsx';
import { SavedList } from './saved-list.tsx';

interface LibraryProps {
  chosen: () => void;
  close: () => void;
}

/** What can be asked, at the side: ready-made questions, queries of one's own, and what was run. */
export function Library({ chosen, close }: LibraryProps) {
  const put = () => {
    if (!matchMedia('(min-width: 960px)').matches) close();
    chosen();
  };
  return (
    <aside className="library" id="library" aria-label="Questions and queries">
      <Tabs className="tabs library-tabs">
        <header className="panel-head">
          <TabList className="tab-list" aria-label="What can be asked">
            <Tab id="questions">Questions</Tab>
            <Tab id="saved">Saved</Tab>
            <Tab id="history">History</Tab>
          </TabList>
          <button type="button" className="icon-button" aria-label="Close the questions" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <TabPanel id="questions" className="library-panel">
          <Questions chosen={put} />
        </TabPanel>
        <TabPanel id="saved" className="library-panel">
          <SavedList chosen={put} />
        </TabPanel>
        <TabPanel id="history" className="library-panel">
          <HistoryList chosen={put} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}

function Questions({ chosen }: Pick<LibraryProps, 'chosen'>) {
  const workbench = useWorkbench();
  const library = useWorkbenchState((state) => state.library);
  const present = useWorkbenchState((state) => state.question?.name);
  const [sought, setSought] = useState('');
  const fits = ({ title, purpose }: LibraryStatement) =>
    `${title} ${purpose}`.toLocaleLowerCase('en').includes(sought.trim().toLocaleLowerCase('en'));
  return (
    <>
      <SearchField className="library-search" label="Search the questions" value={sought} set={setSought} />
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
    </>
  );
}

/** The purpose repeats the title as its first sentence, which is shown above it already. */
function withoutTitle({ title, purpose }: LibraryStatement): string {
  return purpose.startsWith(title) ? purpose.slice(title.length).trim() : purpose;
}
