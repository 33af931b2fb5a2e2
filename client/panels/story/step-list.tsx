import { Button } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import type { DraftStep } from '../../state/stories/composer/draft.ts';
import type { StoryComposer } from '../../state/stories/composer/story-composer.ts';
import { Icon } from '../common/icon.tsx';

interface StepListProps {
  composer: StoryComposer;
  steps: readonly DraftStep[];
  selected: string | undefined;
}

/** The steps in their order, which dragging changes, by the pointer, by touch or by the keyboard. */
export function StepList({ composer, steps, selected }: StepListProps) {
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': steps.find((step) => step.key === key)?.title ?? '' })),
    onReorder: ({ keys, target }) =>
      target.dropPosition !== 'on' &&
      composer.move([...keys].map(String), String(target.key), target.dropPosition),
  });
  return (
    <GridList
      className="composer-steps"
      aria-label="Steps"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === undefined ? [] : [selected]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (keys !== 'all' && key !== undefined) composer.select(String(key));
      }}
      onAction={(key) => composer.show(String(key))}
      dragAndDropHooks={dragAndDropHooks}
    >
      {steps.map(({ key, title }, at) => (
        <GridListItem
          key={key}
          id={key}
          className="composer-step"
          textValue={`Step ${at + 1}: ${title || 'without a title'}`}
        >
          <Button slot="drag" className="icon-button">
            <Icon name="grip" />
          </Button>
          <span className="count">{at + 1}</span>
          <span className="title" dir="auto">
            {title || <em className="muted">Without a title</em>}
          </span>
        </GridListItem>
      ))}
    </GridList>
  );
}
