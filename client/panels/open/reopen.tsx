import { useEffect, useState } from 'react';
import { explain } from '../../api.ts';
import { Brand } from '../page/brand.tsx';
import type { Opened } from './data-context.ts';
import { reopenFiles } from './open-files.ts';
import { type Remembered, rememberFile } from './session.ts';

interface ReopenProps {
  file: Remembered;
  /** Shows the file, or the database. */
  show: (opened?: Opened) => void;
}

/** The page while a file is read again after a reload. */
export function Reopen({ file, show }: ReopenProps) {
  const [doing, setDoing] = useState('');
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let left = false;
    reopenFiles(file, (text) => left || setDoing(text)).then(
      (opened) => {
        if (left) opened?.close();
        else if (opened) show(opened);
        else setFault('This browser keeps it no more. Open the file again.');
      },
      (cause: unknown) => left || setFault(explain(cause).message),
    );
    return () => {
      left = true;
    };
  }, [file, show]);
  const leave = () => {
    rememberFile(window, undefined);
    show();
  };
  return (
    <div className="page" data-stage="waiting">
      <header className="bar">
        <Brand />
      </header>
      <main className="page-note" tabIndex={-1} aria-busy={fault === undefined}>
        <h2>{fault === undefined ? `Opening ${file.name} again` : `${file.name} cannot be opened again`}</h2>
        {fault === undefined ? <p role="status">{doing || 'One moment.'}</p> : <p role="alert">{fault}</p>}
        <button type="button" className="button" onClick={leave}>
          {fault === undefined ? 'Close the file' : 'Go on without it'}
        </button>
      </main>
    </div>
  );
}
