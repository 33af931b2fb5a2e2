import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { valuesFor } from '../../../state/workbench/parameters.ts';
import { statementOf } from '../../../state/workbench/script.ts';
import { snippetsOf } from '../../../state/workbench/snippets.ts';
import { Icon } from '../../common/icon.tsx';
import { useWorkbench, useWorkbenchState } from '../context.ts';
import { CopyButton } from './copy-button.tsx';

/** The question to take along: as a link, and as code. */
export function TakeAway() {
  const workbench = useWorkbench();
  const link = () => `${location.origin}${location.pathname}?${workbench.search()}`;
  return (
    <>
      <CopyButton
        text={() => {
          workbench.keepLink();
          return link();
        }}
        words="Copy link"
      />
      <DialogTrigger>
        <Button className="button">Code</Button>
        <ModalOverlay className="overlay" isDismissable>
          <Modal className="modal snippets">
            <Dialog className="dialog">
              {({ close }) => (
                <>
                  <header>
                    <Heading slot="title">The same query as code</Heading>
                    <button type="button" className="icon-button" aria-label="Close" onClick={close}>
                      <Icon name="close" />
                    </button>
                  </header>
                  <Snippets />
                </>
              )}
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
    </>
  );
}

function Snippets() {
  const script = useWorkbenchState((state) => state.statement);
  const answered = useWorkbenchState(({ run }) => run?.statement);
  // The server takes one at a time: that whose answer is shown.
  const statement = statementOf(script, answered)?.text ?? script;
  const inputs = useWorkbenchState((state) => state.parameters);
  let parameters: Record<string, unknown>;
  try {
    parameters = valuesFor(statement, inputs);
  } catch (cause) {
    return <p className="problem">{cause instanceof Error ? cause.message : String(cause)}</p>;
  }
  const request = { statement, parameters: parameters as Record<string, never> };
  return snippetsOf(location.origin, request).map(({ language, text }) => (
    <section key={language}>
      <header>
        <h3>{language}</h3>
        <CopyButton text={() => text} words={`Copy ${language}`} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  ));
}
