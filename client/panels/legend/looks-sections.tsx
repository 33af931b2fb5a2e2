import { coloursOf, shapesFor, sizesFor, widthsFor } from '../../../server/core/picture/choices.ts';
import { shownGraph } from '../../../server/core/picture/graph-index.ts';
import {
  colourMeaning,
  shapeMeaning,
  sizeMeaning,
  widthMeaning,
} from '../../../server/core/picture/meanings.ts';
import { ChoiceSection } from '../common/choice-section.tsx';
import { useExplorer, useExplorerState } from '../common/context.ts';

const LABEL = 'label';
const USUAL = 'usual';

/** What the size, colour and shape of nodes and the width of edges mean, to choose. */
export function LooksSections() {
  const { store, actions } = useExplorer();
  const size = useExplorerState((state) => state.view.size ?? 'degree');
  const colour = useExplorerState((state) => state.view.colour);
  const shape = useExplorerState((state) => state.view.shape);
  const width = useExplorerState((state) => state.view.width);
  const graph = shownGraph(store.getState());
  const colours = coloursOf(graph);
  return (
    <>
      <ChoiceSection<string>
        title="Size of nodes"
        choices={Object.fromEntries(sizesFor(graph).map((each) => [each, sizeMeaning(each).title]))}
        chosen={size}
        choose={(value) => actions.setSize(value === 'degree' ? undefined : value)}
      />
      <ChoiceSection<string>
        title="Colour of nodes"
        choices={Object.fromEntries([
          [LABEL, colourMeaning(undefined).title],
          ...colours.map((each) => [each, colourMeaning(each).title]),
        ])}
        chosen={colour ?? LABEL}
        choose={(value) => actions.setColour(value === LABEL ? undefined : value)}
      />
      <ChoiceSection<string>
        title="Shape of nodes"
        choices={Object.fromEntries([
          [LABEL, shapeMeaning(undefined).title],
          ...shapesFor(graph).map((each) => [each, shapeMeaning(each).title]),
        ])}
        chosen={shape ?? LABEL}
        choose={(value) => actions.setShape(value === LABEL ? undefined : value)}
      />
      <ChoiceSection<string>
        title="Width of edges"
        choices={Object.fromEntries([
          [USUAL, widthMeaning(undefined).title],
          ...widthsFor(graph).map((each) => [each, widthMeaning(each).title]),
        ])}
        chosen={width ?? USUAL}
        choose={(value) => actions.setWidth(value === USUAL ? undefined : value)}
      />
    </>
  );
}
