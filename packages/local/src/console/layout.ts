import { html, raw } from "hono/html";

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1000px;padding:16px}
nav a{margin-right:16px}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:6px 10px 6px 0;border-bottom:1px solid #8884;vertical-align:top}
iframe{width:100%;height:60vh;border:1px solid #8888;border-radius:6px;background:#fff}pre{overflow:auto;background:#8881;padding:10px;border-radius:6px}
button{font:inherit;padding:8px 14px;margin:0 8px 8px 0}td.when{white-space:nowrap}`;

/** A page of the local console. */
export const consolePage = (title: string, content: ReturnType<typeof html>) =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${raw(style)}</style></head><body>
<nav><a href="/docs">API docs</a><a href="/inbox">Inbox</a><a href="/time">Time machine</a></nav><h1>${title}</h1>${content}</body></html>`;
