import { useId, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { CARD } from '../../../server/core/contract/card.ts';
import { DEFAULT_EMBED, type EmbedOptions } from '../../../server/core/contract/embed.ts';
import {
  embedAddress,
  isPicture,
  pictureAddress,
  type SnippetChoice,
  type SnippetKind,
  snippetOf,
  snippetsAt,
  usualSize,
  withStory,
} from '../../state/link/embed-snippet.ts';
import { isOfFile } from '../../state/opened/opened.ts';
import { DRAFT } from '../../state/stories/composer/draft-id.ts';
import { PUBLISHED_AT } from '../../workers/published-at.ts';
import { useExplorer, useExplorerState } from '../common/context.ts';
import { Icon } from '../common/icon.tsx';
import { useStories } from '../story/use-stories.ts';
import { Choices } from './choices.tsx';
import { copyLink, copyText } from './clipboard.ts';
import { CopyButton } from './copy-button.tsx';
import { SharePreview } from './share-preview.tsx';
import { ShareSize } from './share-size.tsx';
import { ShareWho } from './share-who.tsx';

const INTERACTIONS: Readonly<Record<EmbedOptions['interaction'], string>> = {
  full: 'Select, move and zoom',
  hover: 'Hover only',
  none: 'None: a still picture',
};
const THEMES = { reader: "The reader's", light: 'Light', dark: 'Dark' } as const;
const SIZES = { responsive: 'As wide as the space allows', fixed: 'Fixed' } as const;

/** Where the explorer is, whose links and embeds are shared. */
function site() {
  if (PUBLISHED_AT === undefined) return { origin: location.origin };
  return { origin: new URL(PUBLISHED_AT, location.href).href.replace(/\/$/, ''), isPublished: true };
}

/** How the present view gets into other pages: its link, and a snippet with a live preview. */
export function Share({ close, cite }: { close: () => void; cite: () => void }) {
  const explorer = useExplorer();
  const view = useExplorerState((state) => state.view);
  const snapshot = useExplorerState((state) => state.status?.snapshot);
  const [choice, setChoice] = useState<SnippetChoice>({
    kind: 'frame',
    options: DEFAULT_EMBED,
    theme: view.theme,
    // A draft is of this browser alone.
    story: view.story?.startsWith(DRAFT) ? undefined : view.story,
    size: undefined,
  });
  const stories = useStories();
  const shared = { ...site(), view, snapshot, stories };
  const snippet = snippetOf(shared, choice);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="modal">
        <Dialog className="dialog share">
          <header>
            <Heading slot="title" level={2}>
              Share or embed this view
            </Heading>
            <Button className="icon-button" aria-label="Close" onPress={close}>
              <Icon name="close" />
            </Button>
          </header>
          <div className="share-buttons">
            <CopyButton copy={() => copyLink(explorer)}>Copy link</CopyButton>
            <Button className="button" onPress={cite}>
              Cite…
            </Button>
          </div>
          {isOfFile(snapshot) ? (
            <p>
              This view is of a file that only this browser has. Whoever opens the link must open the same
              file, and it cannot be embedded. To give the view to others, save the picture as a stand-alone
              page.
            </p>
          ) : (
            <div className="share-columns">
              <Options
                choice={choice}
                stories={stories}
                change={(fields) => setChoice({ ...choice, ...fields })}
              />
              <Result
                choice={choice}
                snippet={snippet}
                address={
                  isPicture(choice.kind) ? pictureAddress(shared, choice) : embedAddress(shared, choice)
                }
              />
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type Stories = ReturnType<typeof useStories>;

interface OptionsProps {
  choice: SnippetChoice;
  stories: Stories;
  change: (fields: Partial<SnippetChoice>) => void;
}

function Options({ choice, stories, change }: OptionsProps) {
  const { kind, options, theme, size } = choice;
  const set = (fields: Partial<EmbedOptions>) => change({ options: { ...options, ...fields } });
  return (
    <div className="share-options">
      <Choices<SnippetKind>
        title="As"
        choices={snippetsAt(PUBLISHED_AT !== undefined)}
        chosen={kind}
        choose={(next) => change({ kind: next })}
      />
      <Choices
        title="Colours"
        choices={THEMES}
        chosen={theme ?? 'reader'}
        choose={(next) => change({ theme: next === 'reader' ? undefined : next })}
      />
      <StoryChoice
        stories={stories}
        chosen={choice.story}
        choose={(story) => change(withStory(choice, story))}
      />
      {kind !== 'link' && !isPicture(kind) && (
        <>
          <Choices
            title="Size"
            choices={SIZES}
            chosen={size ? 'fixed' : 'responsive'}
            choose={(next) => change({ size: next === 'fixed' ? usualSize(choice.story) : undefined })}
          />
          {size && (
            <ShareSize key={choice.story ?? ''} size={size} change={(next) => change({ size: next })} />
          )}
          <fieldset>
            <legend>Shown</legend>
            <Check title="Legend" on={options.legend} set={(legend) => set({ legend })} />
            <Check title="Caption" on={options.captions} set={(captions) => set({ captions })} />
            <Check
              title="Zoom buttons"
              on={options.controls && options.interaction === 'full'}
              // What cannot be zoomed has none.
              isDisabled={options.interaction !== 'full'}
              set={(controls) => set({ controls })}
            />
          </fieldset>
          <Choices
            title="Interaction"
            choices={INTERACTIONS}
            chosen={options.interaction}
            choose={(interaction) => set({ interaction })}
          />
        </>
      )}
    </div>
  );
}

interface StoryChoiceProps {
  stories: Stories;
  chosen: string | undefined;
  choose: (story: string | undefined) => void;
}

function StoryChoice({ stories, chosen, choose }: StoryChoiceProps) {
  const id = useId();
  if (stories.length === 0) return null;
  return (
    <div className="share-story">
      <label htmlFor={id}>Story</label>
      <select id={id} value={chosen ?? ''} onChange={({ target }) => choose(target.value || undefined)}>
        <option value="">None: this view alone</option>
        {stories.map(({ id: story, title }) => (
          <option key={story} value={story}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ResultProps {
  choice: SnippetChoice;
  snippet: string;
  address: string;
}

function Result({ choice, snippet, address }: ResultProps) {
  const { actions } = useExplorer();
  const id = useId();
  const copy = async () => {
    const copied = await copyText(snippet);
    actions.announce(copied ? 'Snippet copied.' : 'Select the text of the snippet and copy it.');
    return copied;
  };
  return (
    <div className="share-result">
      <label htmlFor={id}>To paste into your page</label>
      <textarea id={id} readOnly rows={5} value={snippet} onFocus={(event) => event.target.select()} />
      <CopyButton copy={copy}>Copy snippet</CopyButton>
      {isPicture(choice.kind) ? (
        <SharedPicture address={address} />
      ) : (
        choice.kind !== 'link' && (
          <>
            <ShareWho />
            <SharePreview address={address} choice={choice} />
          </>
        )
      )}
    </div>
  );
}

/** What those see who are shown a picture, and where it comes from. */
function SharedPicture({ address }: { address: string }) {
  return (
    <>
      <p className="share-who">
        GitHub and mail services fetch the picture from this server, and have to reach it. To send it without
        that, save the picture as PNG and attach it.
      </p>
      <img className="share-preview" src={address} alt="Preview" width={CARD.width} height={CARD.height} />
    </>
  );
}

interface CheckProps {
  title: string;
  on: boolean;
  isDisabled?: boolean;
  set: (on: boolean) => void;
}

function Check({ title, on, isDisabled = false, set }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={on} disabled={isDisabled} onChange={() => set(!on)} />
      {title}
    </label>
  );
}
