import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useStore } from 'zustand';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import type { View } from '../../../server/core/view/view.ts';
import { capital } from '../../../server/core/words/words.ts';
import { selectedSubject } from '../../state/commands/command.ts';
import { titleOf } from '../../state/commands/commands.ts';
import type { Scheme } from '../../state/looks/colour-scheme.ts';
import { arrangementId, arrangementsOf } from '../../state/shown/arrangements.ts';
import { ChoiceSection } from '../common/choice-section.tsx';
import { useCommands } from '../common/commands-context.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { NARROW, useMedia } from '../common/media.ts';
import { LooksSections } from '../legend/looks-sections.tsx';
import { useData } from '../open/data-context.ts';
import { copyLink } from '../share/clipboard.ts';
import { SaveGraph } from '../share/save-graph.tsx';
import { StoriesSection } from '../story/stories-section.tsx';

/** The menu over the view: arrangement and size, and on a narrow page all that the bar has no room for. */
export function PageMenu({ openHelp }: { openHelp: () => void }) {
  const narrow = useMedia(NARROW);
  return (
    <MenuTrigger>
      <Button className={narrow ? 'icon-button' : 'tool'} aria-label={narrow ? 'Menu' : 'View'}>
        <Icon name={narrow ? 'menu' : 'layers'} />
        {!narrow && <span>View</span>}
      </Button>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Menu className="menu in-columns" aria-label="View">
          <PictureSection narrow={narrow} />
          <StoriesSection />
          <TakeAwaySection />
          <SaveSection />
          <ArrangementSection />
          <LooksSections />
          <TextSection />
          <FileSection />
          {narrow && <SchemeSection />}
          {narrow && <PageSection openHelp={openHelp} />}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function ArrangementSection() {
  const { store, actions } = useExplorer();
  const chosen = useExplorerState((state) => arrangementId(state.view));
  const arrangements = arrangementsOf(shownGraph(store.getState()));
  return (
    <ChoiceSection<string>
      title="Arrange"
      choices={Object.fromEntries(arrangements.map(({ id, title }) => [id, capital(title)]))}
      chosen={chosen}
      choose={(value) => {
        const wanted = arrangements.find(({ id }) => id === value);
        if (wanted) actions.setLayout(wanted.layout, wanted.group);
      }}
    />
  );
}

function TextSection() {
  const { actions } = useExplorer();
  const chosen = useExplorerState((state) => state.view.textSize);
  return (
    <ChoiceSection<NonNullable<View['textSize']> | 'usual'>
      title="Text size"
      choices={{ small: 'Small', usual: 'Usual', large: 'Large', largest: 'Largest' }}
      chosen={chosen ?? 'usual'}
      choose={(value) => actions.setTextSize(value === 'usual' ? undefined : value)}
    />
  );
}

/** What is in this menu besides the choices; the narrow page has no buttons for the first ones. */
const LISTED = [
  'fit',
  'rearrange',
  'unpin-all',
  'show-hidden',
  'everything',
  'nothing',
  'clear-path',
  'cite',
];
const LISTED_NARROW = ['undo', 'redo', 'tool-move', 'tool-box', 'tool-lasso', 'share', ...LISTED];

function PictureSection({ narrow }: { narrow: boolean }) {
  const commands = useCommands();
  const state = useExplorerState((now) => now);
  const subject = selectedSubject(state);
  const available = new Map(commands.available(state).map((command) => [command.id, command]));
  const listed = (narrow ? LISTED_NARROW : LISTED).flatMap((id) => available.get(id) ?? []);
  return (
    <MenuSection>
      <Header className="menu-title">Picture</Header>
      {listed.map((command) => (
        <MenuItem
          key={command.id}
          id={command.id}
          className="menu-item"
          onAction={() => commands.run(command)}
        >
          {titleOf(command, state, subject)}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function TakeAwaySection() {
  const commands = useCommands();
  const command = commands.all.find(({ id }) => id === 'take-away');
  if (!command) return null;
  return (
    <MenuSection>
      <Header className="menu-title">Picture as a file</Header>
      <MenuItem id="take-away" className="menu-item" onAction={() => commands.run(command)}>
        PNG, SVG, PDF or a page…
      </MenuItem>
    </MenuSection>
  );
}

function SaveSection() {
  const { store, actions } = useExplorer();
  return <SaveGraph title="Save what is shown as" store={store} announce={actions.announce} />;
}

/** Files to be shown instead of the database. */
function FileSection() {
  const commands = useCommands();
  const { file } = useData();
  const items = { 'open-file': 'Open a file…', ...(file && { 'close-file': 'Close the file' }) };
  return (
    <MenuSection>
      <Header className="menu-title">Data</Header>
      {Object.entries(items).map(([id, title]) => (
        <MenuItem
          key={id}
          id={id}
          className="menu-item"
          onAction={() => commands.all.filter((each) => each.id === id).forEach(commands.run)}
        >
          {title}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function SchemeSection() {
  const { actions, scheme } = useExplorer();
  const own = useStore(scheme, (state) => state.own);
  const named = useExplorerState((state) => state.view.theme);
  return (
    <ChoiceSection<Scheme | 'system'>
      title="Colours"
      choices={{ system: "The system's", light: 'Light', dark: 'Dark' }}
      chosen={named ?? own ?? 'system'}
      choose={(value) => {
        scheme.setState({ own: value === 'system' ? undefined : value });
        actions.setTheme(undefined);
      }}
    />
  );
}

function PageSection({ openHelp }: { openHelp: () => void }) {
  const explorer = useExplorer();
  const table = useExplorerState((state) => state.view.table === true);
  return (
    <MenuSection>
      <Header className="menu-title">Page</Header>
      <MenuItem id="table" className="menu-item" onAction={() => explorer.actions.setTable(!table)}>
        {table ? 'Show the picture' : 'Show as a table'}
      </MenuItem>
      <MenuItem id="palette" className="menu-item" onAction={() => explorer.actions.setPalette(true)}>
        Commands
      </MenuItem>
      <MenuItem id="link" className="menu-item" onAction={() => void copyLink(explorer)}>
        Copy link
      </MenuItem>
      <MenuItem id="help" className="menu-item" onAction={openHelp}>
        Help and shortcuts
      </MenuItem>
    </MenuSection>
  );
}
