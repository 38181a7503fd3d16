import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';

interface Props {
  title: string;
  description?: string;
  confirmLabel: string;
  initial?: string;
  onSubmit: (name: string) => Promise<void>;
  onClose: () => void;
}

export function NameDialog(props: Props) {
  const { title, description, confirmLabel, initial = '', onSubmit, onClose } = props;
  const formId = useId();
  const [name, setName] = useState(initial);
  const save = useMutation({ mutationFn: () => onSubmit(name.trim()) });
  const fieldError = problemOn(save.error, 'name');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() && !save.isPending) save.mutate();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            disabled={!name.trim()}
            busy={save.isPending}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <Field label="Name" error={fieldError}>
          {(field) => (
            <TextInput
              {...field}
              autoFocus
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
      {save.error && !fieldError && <ErrorNote error={save.error} />}
    </Dialog>
  );
}
