import { Header } from 'react-aria-components/Header';
import { MenuItem, MenuSection } from 'react-aria-components/Menu';
import { useCommands } from '../common/commands-context.ts';
import { useExplorer } from '../common/context.ts';
import { useStories } from './use-stories.ts';

/** The part of a menu that begins a story, or composes one. */
export function StoriesSection() {
  const { actions } = useExplorer();
  const commands = useCommands();
  const stories = useStories();
  const compose = commands.all.find(({ id }) => id === 'compose-story');
  return (
    <MenuSection>
      <Header className="menu-title">Stories</Header>
      {stories.map(({ id, title }) => (
        <MenuItem
          key={id}
          id={`story-${id}`}
          className="menu-item"
          textValue={title}
          onAction={() => actions.tellStory(id)}
        >
          {title}
        </MenuItem>
      ))}
      {compose && (
        <MenuItem id={compose.id} className="menu-item" onAction={() => commands.run(compose)}>
          {compose.title}…
        </MenuItem>
      )}
    </MenuSection>
  );
}
