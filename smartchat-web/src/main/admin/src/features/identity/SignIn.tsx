import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { useServices } from '../../app/services';
import { useEnter } from '../../app/session';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { FrontDoor } from './FrontDoor';
import { problemOn } from '../../ui/problemOn';

export function SignIn() {
  const { identity } = useServices();
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => identity.signIn({ email, password }),
    onSuccess: enter,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  }

  return (
    <FrontDoor title="Sign in">
      <form onSubmit={submit}>
        <Field label="Email" error={problemOn(signIn.error, 'email')}>
          {(field) => (
            <TextInput
              {...field}
              type="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password" error={problemOn(signIn.error, 'password')}>
          {(field) => (
            <TextInput
              {...field}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {signIn.error && <ErrorNote error={signIn.error} />}
        <Button variant="primary" type="submit" busy={signIn.isPending}>
          Sign in
        </Button>
      </form>
      <p>
        First start? <Link href="/setup">Set up your account</Link> with the link from the server’s
        log.
      </p>
    </FrontDoor>
  );
}
