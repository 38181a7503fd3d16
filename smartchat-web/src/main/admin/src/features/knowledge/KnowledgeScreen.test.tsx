import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { addSource, freshStart } from '../../../dev/backend/seed';
import { expectAccessible } from '../../testing/accessible';
import { renderApp } from '../../testing/renderApp';

const text = (name: string, content: string) => new File([content], name, { type: 'text/plain' });

describe('the knowledge screen', () => {
  it('uploads what is chosen and follows it until it is ready', async () => {
    const { user, requests } = renderApp('/knowledge', freshStart());
    await screen.findByText('No documents yet');
    const files = [text('hours.txt', 'Open 9 to 6.'), text('scan.txt', 'SCANNED')];
    await user.upload(screen.getByLabelText('Files to upload'), files);
    const ready = await screen.findByRole('row', { name: /hours\.txt/ });
    await waitFor(() => expect(within(ready).getByText('Ready')).toBeVisible());
    expect(within(ready).getByText(/1 passage/)).toBeVisible();
    const reason = await screen.findByText(/seems to be scanned images/);
    expect(screen.getByRole('row', { name: /scan\.txt/ })).toContainElement(reason);
    const uploads = requests('POST', 'knowledge/upload');
    expect(uploads.map((call) => call.files[0]?.name).sort()).toEqual(['hours.txt', 'scan.txt']);
    expect(uploads.every((call) => call.headers['x-csrf-token'] === 'csrf-1')).toBe(true);
    expect(screen.queryByRole('list', { name: 'Uploads' })).toBeNull();
  });

  it('takes dropped files, and says which of them it could not take and why', async () => {
    const { user } = renderApp('/knowledge');
    await screen.findByText('Price list spring.csv');
    const zone = screen.getByText('Drop files here, or choose them');
    fireEvent.drop(zone, { dataTransfer: { files: [text('photo.png', 'pixels')] } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Only PDF, TXT and CSV');
    await user.click(screen.getByRole('button', { name: 'Dismiss photo.png' }));
    expect(screen.queryByText('photo.png')).toBeNull();
  });

  it('retries a failed document', async () => {
    const { user, requests, state } = renderApp('/knowledge');
    const failed = state.tenants[0]?.sources.find((source) => source.status === 'failed');
    await user.click(
      await screen.findByRole('button', { name: 'Retry Warranty leaflet (scan).pdf' }),
    );
    await waitFor(() => expect(requests('POST', `knowledge/${failed?.id}/retry`)).toHaveLength(1));
    const row = screen.getByRole('row', { name: /Warranty/ });
    await waitFor(() => expect(within(row).getByText(/Waiting|Reading/)).toBeVisible());
  });

  it('shows the passages of a document with their page and place', async () => {
    const { user } = renderApp('/knowledge');
    await user.click(await screen.findByRole('button', { name: 'Terms and returns 2025.pdf' }));
    const sheet = await screen.findByRole('dialog', { name: 'Terms and returns 2025.pdf' });
    expect(await within(sheet).findByText(/You may return any order/)).toBeVisible();
    expect(within(sheet).getByText(/^#1 · page 3 · characters 0–/)).toBeVisible();
    // The keyboard scrolls what has the focus.
    expect(within(sheet).getByRole('group', { name: 'Terms and returns 2025.pdf' })).toHaveFocus();
    await expectAccessible();
  });

  it('loads more passages on request', async () => {
    const state = freshStart();
    const texts = Array.from({ length: 70 }, (_, number) => `Passage number ${number}.`);
    addSource(state.tenants[0]!, 'long.txt', 'ready', {}, texts);
    const { user } = renderApp('/knowledge', state);
    await user.click(await screen.findByRole('button', { name: 'long.txt' }));
    await screen.findByText('Passage number 49.');
    expect(screen.queryByText('Passage number 50.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Passage number 69.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('deletes after a question, and offers the original for download', async () => {
    const { user, state } = renderApp('/knowledge');
    const id = state.tenants[0]?.sources[1]?.id;
    await user.click(
      await screen.findByRole('button', { name: 'Actions for Price list spring.csv' }),
    );
    expect(await screen.findByRole('menuitem', { name: 'Download' })).toHaveAttribute(
      'href',
      `/api/admin/knowledge/${id}/content?tenant_id=${state.tenants[0]?.id}`,
    );
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete document' }));
    await waitFor(() => expect(screen.queryByText('Price list spring.csv')).toBeNull());
    expect(await screen.findByText('Price list spring.csv is deleted.')).toBeVisible();
  });

  it('lets one try what a question finds', async () => {
    const { user, requests } = renderApp('/knowledge');
    await user.click(await screen.findByRole('tab', { name: 'Try a search' }));
    await user.type(screen.getByRole('searchbox'), 'tent price{Enter}');
    const found = await screen.findByRole('list', { name: 'Passages found' });
    const [best] = within(found).getAllByRole('listitem');
    expect(best).toHaveTextContent('Summit tent 2P');
    expect(best).toHaveTextContent('0.800');
    expect(requests('POST', 'knowledge/search')[0]?.body.query).toBe('tent price');
    await expectAccessible();
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'zzz{Enter}');
    expect(await screen.findByText('Nothing found')).toBeVisible();
  });

  it('says what to do while there is nothing', async () => {
    renderApp('/knowledge', freshStart());
    expect(await screen.findByText('No documents yet')).toBeVisible();
    await expectAccessible();
  });
});
