import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

/** Only faults that may pass by themselves are worth another try. */
function worthRetrying(failures: number, error: Error): boolean {
  if (!(error instanceof Problem)) return false;
  return failures < 2 && (error.status === 0 || error.status === 500 || error.status === 503);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthRetrying, staleTime: 5_000 },
      mutations: { retry: false },
    },
  });
}
