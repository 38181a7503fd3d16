import { Link } from 'wouter';
import { Page } from '../ui/Page';

export function NotFound() {
  return (
    <Page title="Nothing here" width="narrow">
      <p>
        There is no screen at this address. <Link href="/">Go to the overview</Link>
      </p>
    </Page>
  );
}
