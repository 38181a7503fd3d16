const PATHS = {
  send: 'M12 19V5m0 0-6 6m6-6 6 6',
  stop: 'M8 8h8v8H8z',
  close: 'm6 6 12 12M18 6 6 18',
  down: 'M12 5v14m0 0 6-6m-6 6-6-6',
  chevron: 'm6 9 6 6 6-6',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  again:
    'M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20v-4.5h4.5',
  up: 'M7 11v9H4v-9zm0 0 4-7.5c1.4 0 2.4 1.1 2.2 2.5L12.7 9.5h5.1a2 2 0 0 1 2 2.4l-1.3 6.5a2 2 0 0 1-2 1.6H7',
  down_thumb:
    'M17 13V4h3v9zm0 0-4 7.5c-1.4 0-2.4-1.1-2.2-2.5l.5-3.5H6.2a2 2 0 0 1-2-2.4l1.3-6.5a2 2 0 0 1 2-1.6H17',
  exit: 'M14 4h5v16h-5M10 8l-4 4 4 4m-4-4h9',
  chat: 'M12 4c-4.7 0-8.5 3.2-8.5 7.2 0 2.2 1.1 4.1 2.9 5.4-.1 1-.5 2-1.2 2.9 1.6 0 3-.6 4-1.3.9.2 1.8.3 2.8.3 4.7 0 8.5-3.2 8.5-7.3S16.7 4 12 4Z',
  alert: 'M12 8v5m0 3.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
