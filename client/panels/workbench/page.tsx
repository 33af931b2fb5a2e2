import { useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Editor } from '../../editor/mount.ts';
import { effectiveScheme } from '../../state/looks/colour-scheme.ts';
import { Icon } from '../common/icon.tsx';
import { DARK, useMedia } from '../common/media.ts';
import { showTheme } from '../common/theme.ts';
import { Announcer } from '../page/announcer.tsx';
import { Brand } from '../page/brand.tsx';
import { PageSwitch } from '../page/page-switch.tsx';
import { useWorkbench, useWorkbenchPage, useWorkbenchState } from './context.ts';
import { EditorPane } from './editor/editor-pane.tsx';
import { Library } from './editor/library.tsx';
import { Results } from './results/results.tsx';

/** The workbench's page: questions at the side, the editor, and the answer. */
export function WorkbenchApp() {
  const [library, setLibrary] = useState(() => matchMedia('(min-width: 960px)').matches);
  const editor = useRef<Editor>(undefined);
  useTheme();
  return (
    <div className="workbench">
      <a className="skip" href="#statement">
        Skip to the editor
      </a>
      <header className="bar workbench-bar">
        <Brand />
        <PageSwitch here="cypher" />
        <div className="bar-tools">
          <button
            type="button"
            className="tool"
            aria-expanded={library}
            aria-controls="library"
            onClick={() => setLibrary(!library)}
          >
            <Icon name="layers" />
            <span>Questions</span>
          </button>
          <SchemeButton />
        </div>
      </header>
      {library && <Library chosen={() => editor.current?.focus()} close={() => setLibrary(false)} />}
      <main className="workbench-main">
        <LinkProblems />
        <EditorPane editor={editor} />
        <Results />
      </main>
      <Announcements />
    </div>
  );
}

function useTheme(): void {
  const { scheme } = useWorkbenchPage();
  const own = useStore(scheme, (state) => state.own);
  const dark = useMedia(DARK);
  const theme = effectiveScheme({}, own, dark);
  useLayoutEffect(() => showTheme(document, theme), [theme]);
}

function SchemeButton() {
  const { scheme, workbench } = useWorkbenchPage();
  const own = useStore(scheme, (state) => state.own);
  const next = own === undefined ? 'light' : own === 'light' ? 'dark' : undefined;
  const words = (chosen: typeof own) => (chosen ? `${chosen} colours` : "the system's colours");
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Colours: ${words(own)}. Change to ${words(next)}`}
      onClick={() => {
        scheme.setState({ own: next });
        workbench.announce(`Now ${words(next)}.`);
      }}
    >
      <Icon name={own ?? 'system'} />
    </button>
  );
}

function LinkProblems() {
  const workbench = useWorkbench();
  const problems = useWorkbenchState((state) => state.linkProblems);
  if (problems.length === 0) return null;
  return (
    <section className="notice" data-tone="warning" aria-label="Part of this link could not be read">
      <div>
        <p className="notice-title">Part of this link could not be read</p>
        {problems.map(({ path, message }) => (
          <p key={path}>
            <code>{path}</code> {message}
          </p>
        ))}
      </div>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={workbench.dismissProblems}>
        <Icon name="close" />
      </button>
    </section>
  );
}

function Announcements() {
  return <Announcer announcement={useWorkbenchState((state) => state.announcement)} />;
}
