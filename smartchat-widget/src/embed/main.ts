import { boot } from './loader';

boot(
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[data-api-key][src*="widget.js"]'),
);
