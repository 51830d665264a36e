import { html, raw } from "hono/html";

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1000px;padding:16px}
nav a{display:inline-block;margin-right:16px;padding:8px 0}h1{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:6px 10px 6px 0;border-bottom:1px solid #8884;vertical-align:top}
iframe{width:100%;height:60vh;border:1px solid #8888;border-radius:6px;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#8881;padding:10px;border-radius:6px}
button{font:inherit;padding:8px 14px;margin:0 8px 8px 0;min-height:44px}td.when{white-space:nowrap}td{overflow-wrap:anywhere}
@media (max-width:600px){thead{display:none}tr,td{display:block}tr{padding:8px 0;border-bottom:1px solid #8884}td{border:0;padding:0}td.when{opacity:.8}td a{display:inline-block;padding:6px 0}}`;

/** A page of the local console. */
export const consolePage = (title: string, content: ReturnType<typeof html>) =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${raw(style)}</style></head><body>
<nav><a href="/docs">API docs</a><a href="/inbox">Inbox</a><a href="/time">Time machine</a></nav><main><h1>${title}</h1>${content}</main></body></html>`;
