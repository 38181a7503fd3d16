import { Tabs } from 'radix-ui';
import { Page } from '../../ui/Page';
import tabs from '../../ui/Tabs.module.css';
import { DropZone } from './DropZone';
import { Playground } from './Playground';
import { SourceList } from './SourceList';
import { UploadList } from './UploadList';
import { useUploads } from './useUploads';

export default function KnowledgeScreen() {
  const uploads = useUploads();
  return (
    <Page
      title="Knowledge"
      description="The documents your chat answers from, cited by name and page."
    >
      <Tabs.Root defaultValue="documents" className={tabs.root}>
        <Tabs.List className={tabs.list} aria-label="Knowledge">
          <Tabs.Trigger className={tabs.tab} value="documents">
            Documents
          </Tabs.Trigger>
          <Tabs.Trigger className={tabs.tab} value="search">
            Try a search
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="documents" className={tabs.panel}>
          <DropZone onFiles={uploads.add} />
          <UploadList uploads={uploads.items} onDismiss={uploads.dismiss} />
          <SourceList />
        </Tabs.Content>
        <Tabs.Content value="search" className={tabs.panel}>
          <Playground />
        </Tabs.Content>
      </Tabs.Root>
    </Page>
  );
}
