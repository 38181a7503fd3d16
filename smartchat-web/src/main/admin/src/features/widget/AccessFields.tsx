import { ListField } from '../../ui/ListField';
import { problemOn } from '../../ui/problemOn';
import type { SettingsFieldsProps } from './fields';

export function AccessFields({ settings, onChange, error }: SettingsFieldsProps) {
  const open = settings.allowed_domains.every((domain) => domain.trim() === '');
  return (
    <ListField
      label="Allowed websites"
      hint={
        open
          ? 'The list is empty, so any website can use your key. Add yours before you go live.'
          : 'Only these may use your key. *.example.com stands for all its subdomains.'
      }
      warn={open}
      itemLabel="Website"
      addLabel="Add a website"
      placeholder="https://www.example.com"
      items={settings.allowed_domains}
      onChange={(allowed_domains) => onChange({ allowed_domains })}
      error={problemOn(error, 'allowed_domains')}
    />
  );
}
