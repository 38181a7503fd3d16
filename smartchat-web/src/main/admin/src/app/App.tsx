import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { ToastProvider } from '../ui/Toast';
import { ErrorBoundary } from './ErrorBoundary';
import { Gate } from './Gate';
import { ServicesContext, type Services } from './services';

interface Props {
  queryClient: QueryClient;
  services: Services;
}

export function App({ queryClient, services }: Props) {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <ServicesContext value={services}>
          <ToastProvider>
            <Router hook={useHashLocation}>
              <Gate />
            </Router>
          </ToastProvider>
        </ServicesContext>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
