import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Source } from '../../api/knowledge';
import { sentenceFor } from '../../api/sentence';
import { useTenantScope } from '../../app/tenants';
import { useToast } from '../../ui/Toast';
import { sourcesKey } from './useSources';

export function useRetry(source: Source) {
  const { tenant, api } = useTenantScope();
  const queryClient = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: () => api.knowledge.retry(source.id),
    onError: (error) => toast.failure(sentenceFor(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sourcesKey(tenant.id) }),
  });
}
