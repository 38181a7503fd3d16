import { useState, type ReactNode } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { ErrorNote } from './ErrorNote';
import { Field } from './Field';
import { TextInput } from './inputs';

interface Props {
  title: string;
  description: ReactNode;
  confirmLabel: string;
  /** The person has to type this before the button works. */
  typed?: string;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost for good. Mount it to open it. */
export function ConfirmDialog(props: Props) {
  const { title, description, confirmLabel, typed, busy, error, onConfirm, onClose } = props;
  const [text, setText] = useState('');
  const ready = typed === undefined || text.trim() === typed.trim();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" disabled={!ready} busy={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {typed !== undefined && (
        <Field label={`Type “${typed}” to confirm`}>
          {(field) => (
            <TextInput
              {...field}
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
