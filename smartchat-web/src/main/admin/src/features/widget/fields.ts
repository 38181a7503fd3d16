import type { WidgetSettings } from '../../api/widget';

export interface SettingsFieldsProps {
  settings: WidgetSettings;
  onChange: (part: Partial<WidgetSettings>) => void;
  error: unknown;
}
