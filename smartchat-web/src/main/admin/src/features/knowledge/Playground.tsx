import { useMutation } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTenantScope } from '../../app/tenants';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { Skeleton } from '../../ui/Skeleton';
import styles from './Playground.module.css';
import { PassageList } from './PassageList';

const TOP_K = 8;

/** Shows which passages a question finds, before any model is involved. */
export function Playground() {
  const { api } = useTenantScope();
  const [query, setQuery] = useState('');
  const search = useMutation({ mutationFn: (text: string) => api.knowledge.search(text, TOP_K) });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (query.trim() && !search.isPending) search.mutate(query.trim());
  }

  return (
    <>
      <Card>
        <form onSubmit={submit} className={styles.form}>
          <Field
            label="A question a visitor might ask"
            hint="You see the passages the chat would answer from, the best first."
          >
            {(field) => (
              <div className={styles.row}>
                <TextInput
                  {...field}
                  type="search"
                  placeholder="How long do I have to return an order?"
                  value={query}
                  onChange={(event) => setQuery(event.target.value)}
                />
                <Button variant="primary" type="submit" busy={search.isPending}>
                  Search
                </Button>
              </div>
            )}
          </Field>
        </form>
      </Card>
      {search.error && <ErrorNote error={search.error} />}
      {search.isPending && (
        <Card flush>
          <Skeleton lines={6} label="Searching" />
        </Card>
      )}
      {search.data?.length === 0 && (
        <Card flush>
          <EmptyState icon={Search} title="Nothing found">
            No passage fits this question. Try other words, or add a document that answers it.
          </EmptyState>
        </Card>
      )}
      {search.data && search.data.length > 0 && <PassageList passages={search.data} />}
    </>
  );
}
