import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { useServices } from '../../app/services';
import { useEnter } from '../../app/session';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/inputs';
import { problemOn } from '../../ui/problemOn';
import { FrontDoor } from './FrontDoor';
import { tokenIn } from './setupToken';

/** Makes the first account. The link that the server prints at its first start leads here. */
export default function SetUp({ token }: { token: string }) {
  const { identity } = useServices();
  const enter = useEnter();
  const [, navigate] = useLocation();
  const [typedToken, setTypedToken] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setUp = useMutation({
    mutationFn: () => identity.setUp(token || tokenIn(typedToken), { email, password }),
    onSuccess: (session) => {
      navigate('/', { replace: true });
      enter(session);
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!setUp.isPending) setUp.mutate();
  }

  return (
    <FrontDoor title="Set up SmartChat">
      <p>Create the owner’s account. With it you manage everything in this panel.</p>
      <form onSubmit={submit}>
        {!token && (
          <Field
            label="Set-up link or token"
            hint="The server prints it to its log at the first start."
            error={problemOn(setUp.error, 'setup_token')}
          >
            {(field) => (
              <TextInput
                {...field}
                required
                autoFocus
                autoComplete="off"
                value={typedToken}
                onChange={(event) => setTypedToken(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label="Email" error={problemOn(setUp.error, 'email')}>
          {(field) => (
            <TextInput
              {...field}
              type="email"
              autoComplete="username"
              required
              autoFocus={Boolean(token)}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Password"
          hint="At least 10 characters. A few unrelated words work well."
          error={problemOn(setUp.error, 'password')}
        >
          {(field) => (
            <TextInput
              {...field}
              type="password"
              autoComplete="new-password"
              required
              minLength={10}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {setUp.error && <ErrorNote error={setUp.error} />}
        <Button variant="primary" type="submit" busy={setUp.isPending}>
          Create account and sign in
        </Button>
      </form>
      <p>
        Already set up? <Link href="/">Sign in</Link>
      </p>
    </FrontDoor>
  );
}
