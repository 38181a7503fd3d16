import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../api/identity';
import { sessionKey, useServices } from './services';

export function useSession() {
  const { identity } = useServices();
  return useQuery({
    queryKey: sessionKey,
    queryFn: () => identity.current(),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** Takes a new session into use and forgets what the one before had loaded. */
export function useEnter() {
  const queryClient = useQueryClient();
  return (session: Session) => {
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    queryClient.setQueryData(sessionKey, session);
  };
}

export function useSignOut() {
  const { identity } = useServices();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => identity.signOut(),
    onSuccess: () => {
      queryClient.setQueryData(sessionKey, null);
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    },
  });
}
