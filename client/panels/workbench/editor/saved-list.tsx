import { useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { explain } from '../../../api.ts';
import type { SavedQuery } from '../../../state/workbench/saved.ts';
import { SearchField } from '../../common/search-field.tsx';
import { download } from '../../share/download.ts';
import { useWorkbench, useWorkbenchState } from '../context.ts';
import { SavedEntry } from './saved-entry.tsx';

/** Statements of one's own, by folder, in the order that they are dragged or moved to. */
export function SavedList({ chosen }: { chosen: () => void }) {
  const { saved } = useWorkbench();
  const queries = useStore(saved.store, (state) => state.queries);
  const [sought, setSought] = useState('');
  const [fault, setFault] = useState('');
  const attempt = (work: () => void) => {
    try {
      work();
      setFault('');
    } catch (cause) {
      setFault(explain(cause).message);
    }
  };
  const fits = ({ name, folder, text }: SavedQuery) =>
    `${name} ${folder} ${text}`.toLowerCase().includes(sought.trim().toLowerCase());
  const found = queries.filter(fits);
  const folders = [...new Set(found.map(({ folder }) => folder))];
  return (
    <>
      <SaveForm attempt={attempt} />
      {fault && (
        <p className="problem library-note" role="alert">
          {fault}
        </p>
      )}
      <Files attempt={attempt} />
      {queries.length > 0 && (
        <SearchField
          className="library-search"
          label="Search the saved queries"
          value={sought}
          set={setSought}
        />
      )}
      <div className="own-folders">
        {folders.map((folder) => (
          <section key={folder} aria-label={folder || 'Without a folder'}>
            {folder && <h2>{folder}</h2>}
            <ul>
              {found
                .filter((query) => query.folder === folder)
                .map((query, at, all) => (
                  <SavedEntry
                    key={query.name}
                    query={query}
                    before={all[at - 1]}
                    after={all[at + 2]}
                    isLast={at === all.length - 1}
                    attempt={attempt}
                    chosen={chosen}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function SaveForm({ attempt }: { attempt: (work: () => void) => void }) {
  const { saved, announce } = useWorkbench();
  const statement = useWorkbenchState((state) => state.statement);
  const queries = useStore(saved.store, (state) => state.queries);
  const [name, setName] = useState('');
  const [folder, setFolder] = useState('');
  const id = useId();
  const folders = [...new Set(queries.map((query) => query.folder))].filter(Boolean);
  return (
    <form
      className="save-query"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(() => {
          saved.save({ name, folder, text: statement });
          setName('');
          announce(`${name} is saved in this browser.`);
        });
      }}
    >
      <input
        aria-label="Name"
        placeholder="Name"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <input
        aria-label="Folder"
        placeholder="Folder, if any"
        list={id}
        value={folder}
        onChange={({ target }) => setFolder(target.value)}
      />
      <datalist id={id}>
        {folders.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="submit" className="button">
        Save the statement
      </button>
    </form>
  );
}

function Files({ attempt }: { attempt: (work: () => void) => void }) {
  const { saved, announce } = useWorkbench();
  const isEmpty = useStore(saved.store, (state) => state.queries.length === 0);
  const picker = useRef<HTMLInputElement>(null);
  const read = async (files: FileList | null) => {
    for (const file of files ?? []) {
      const text = await file.text();
      attempt(() => {
        const many = saved.read(text, file.name.replace(/\.cypher$/i, ''));
        announce(`${many} saved from ${file.name}.`);
      });
    }
  };
  return (
    <div className="own-tools">
      <button type="button" className="text-button" onClick={() => picker.current?.click()}>
        Import .cypher files
      </button>
      <button
        type="button"
        className="text-button"
        disabled={isEmpty}
        onClick={() => download('queries.cypher', 'text/plain', saved.write())}
      >
        Export all
      </button>
      <input
        ref={picker}
        hidden
        type="file"
        accept=".cypher,.cql,text/plain"
        multiple
        aria-label="Files of queries"
        onChange={({ target }) => {
          void read(target.files).then(() => {
            target.value = '';
          });
        }}
      />
    </div>
  );
}
