import { type CaughtLetter } from './letter.store';

const SHOWN = 200;
const STYLE = `
:root{color-scheme:light dark;--line:#e2e6ec;--muted:#667085;--link:#1557b0;--card:#fff;--page:#f4f6f9}
@media(prefers-color-scheme:dark){:root{--line:#333a45;--muted:#98a2b3;--link:#8ab4f8;--card:#1d2229;--page:#14181d}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:960px;margin:0 auto;padding:16px}
h1{font-size:20px;margin:8px 0 16px;overflow-wrap:anywhere}
a{color:var(--link);text-decoration:none}
form{display:flex;gap:8px;margin-bottom:12px}
input{flex:1;min-width:0;padding:8px 12px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:inherit;font:inherit}
button{padding:8px 16px;border:0;border-radius:8px;background:#1557b0;color:#fff;font:inherit}
ul{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden}
li+li{border-top:1px solid var(--line)}
li a{display:block;padding:10px 16px;color:inherit}
li a:hover{background:var(--page)}
.subject{font-weight:600;overflow-wrap:anywhere}
.muted{color:var(--muted);font-size:13px;overflow-wrap:anywhere}
.empty{padding:48px 16px;text-align:center;color:var(--muted)}
iframe{width:100%;height:70vh;border:1px solid var(--line);border-radius:12px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px}
summary{cursor:pointer;margin:12px 0}`;

/** The list, newest first, of letters that name `query` in a recipient or the subject. */
export function listPage(letters: readonly CaughtLetter[], query: string): string {
  const wanted = query.toLowerCase();
  const found = letters.filter(({ to, subject }) =>
    [...to, subject].some((field) => field.toLowerCase().includes(wanted)),
  );
  const rows = found
    .slice(-SHOWN)
    .reverse()
    .map(
      (letter) =>
        `<li><a href="/letters/${letter.id}"><div class="subject">${escapeHtml(letter.subject || '（无主题）')}</div>` +
        `<div class="muted">${escapeHtml(letter.to.join('、'))} · ${timeOf(letter)}</div></a></li>`,
    )
    .join('');
  const shown = found.length > SHOWN ? `，显示最近 ${SHOWN} 封` : '';
  const body = `<h1>演示邮箱：${found.length} 封${shown}</h1>
<form><input name="q" value="${escapeHtml(query)}" placeholder="收件人或主题" aria-label="收件人或主题"><button>查找</button></form>
${rows ? `<ul>${rows}</ul>` : '<div class="empty">还没有收到邮件，页面会自动刷新。</div>'}`;
  return page('演示邮箱', body, query === '' ? '<meta http-equiv="refresh" content="5">' : '');
}

/** One letter: its HTML in a frame that can run nothing, its text, its headers. */
export function letterPage(letter: CaughtLetter): string {
  const headers = Object.entries(letter.headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  const body = `<p><a href="/">← 返回列表</a></p>
<h1>${escapeHtml(letter.subject || '（无主题）')}</h1>
<p class="muted">发件人 ${escapeHtml(letter.from)}<br>收件人 ${escapeHtml(letter.to.join('、'))}<br>${timeOf(letter)}</p>
${letter.html ? `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/letters/${letter.id}/html" title="邮件正文"></iframe>` : ''}
<details${letter.html ? '' : ' open'}><summary>纯文本</summary><pre>${escapeHtml(letter.text)}</pre></details>
<details><summary>邮件头</summary><pre>${escapeHtml(headers)}</pre></details>
<p><a href="/letters/${letter.id}/eml">下载 .eml</a></p>`;
  return page(letter.subject, body);
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${head}<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

function timeOf({ receivedAt }: CaughtLetter): string {
  return receivedAt.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
