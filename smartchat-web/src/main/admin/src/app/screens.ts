import {
  BookOpen,
  Bot,
  Gauge,
  House,
  KeyRound,
  MessagesSquare,
  Palette,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';

export interface Screen {
  path: string;
  /** Paths below it that the same component shows. */
  pattern?: string;
  label: string;
  icon: LucideIcon;
  component: ComponentType;
  /** False for screens that work before the first tenant exists. */
  needsTenant: boolean;
}

export const screens: readonly Screen[] = [
  {
    path: '/',
    label: 'Overview',
    icon: House,
    component: lazy(() => import('../features/overview/OverviewScreen')),
    needsTenant: true,
  },
  {
    path: '/knowledge',
    label: 'Knowledge',
    icon: BookOpen,
    component: lazy(() => import('../features/knowledge/KnowledgeScreen')),
    needsTenant: true,
  },
  {
    path: '/model',
    label: 'Model',
    icon: Bot,
    component: lazy(() => import('../features/llm/LlmScreen')),
    needsTenant: true,
  },
  {
    path: '/widget',
    label: 'Widget',
    icon: Palette,
    component: lazy(() => import('../features/widget/WidgetScreen')),
    needsTenant: true,
  },
  {
    path: '/conversations',
    pattern: '/conversations/:id?',
    label: 'Conversations',
    icon: MessagesSquare,
    component: lazy(() => import('../features/chat/ConversationsScreen')),
    needsTenant: true,
  },
  {
    path: '/limits',
    label: 'Limits',
    icon: Gauge,
    component: lazy(() => import('../features/usage/LimitsScreen')),
    needsTenant: true,
  },
  {
    path: '/keys',
    label: 'API keys',
    icon: KeyRound,
    component: lazy(() => import('../features/tenant/TenantsScreen')),
    needsTenant: false,
  },
];
