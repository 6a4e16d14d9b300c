/*
 * One layout for every letter, in two forms with the same content. Mail programs know little CSS, so the HTML has
 * its styles inline and its columns in tables; the classes only serve those that know media queries (phones, dark
 * mode). Every value goes through Handlebars' escaping; there is no triple brace here.
 */
const FONT =
  "font-family:-apple-system,'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const WRAP = 'word-break:break-word;overflow-wrap:anywhere';

export const HTML_LAYOUT = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>{{subject}}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.outer{padding:0!important}.card{border-radius:0!important;border-left:0!important;border-right:0!important}.pad{padding-left:20px!important;padding-right:20px!important}.button a{display:block!important}}
@media (prefers-color-scheme:dark){.page{background:#14181d!important}.card{background:#1d2229!important;border-color:#333a45!important}.ink{color:#e8eaed!important}.soft{color:#a3acb9!important}.box{background:#262c35!important}.rule{border-color:#333a45!important}}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f7;-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">{{preview}}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f7;table-layout:fixed">
<tr><td class="outer" align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid #e4e7ec;border-radius:12px;border-collapse:separate;overflow:hidden;table-layout:fixed;${FONT}">
<tr><td style="height:4px;line-height:4px;font-size:0;background:{{colour}}">&nbsp;</td></tr>
<tr><td class="pad" style="padding:24px 32px 0;${WRAP}">
<p class="soft" style="margin:0 0 8px;font-size:13px;line-height:20px;color:#667085">督办 · 后勤服务</p>
<h1 class="ink" style="margin:0 0 20px;font-size:22px;line-height:30px;font-weight:600;color:#101828">{{heading}}</h1>
<p class="ink" style="margin:0 0 12px;font-size:16px;line-height:26px;color:#1d2939">{{greeting}}</p>
{{#each lead}}<p class="ink" style="margin:0 0 12px;font-size:16px;line-height:26px;color:#1d2939">{{this}}</p>
{{/each}}{{#if todo}}<p class="ink" style="margin:0 0 12px;font-size:16px;line-height:26px;font-weight:600;color:#1d2939">{{todo}}</p>
{{/if}}</td></tr>
{{#if quote}}<tr><td class="pad" style="padding:8px 32px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="table-layout:fixed"><tr>
<td class="box" style="padding:12px 16px;background:#f8f9fb;border-left:3px solid {{colour}};${WRAP}">
<p class="soft" style="margin:0 0 4px;font-size:13px;line-height:20px;color:#667085">{{quote.label}}</p>
<p class="ink" style="margin:0;font-size:15px;line-height:24px;color:#1d2939">{{#each quote.lines}}{{this}}{{#unless @last}}<br>{{/unless}}{{/each}}</p>
</td></tr></table>
</td></tr>
{{/if}}<tr><td class="pad button" style="padding:20px 32px 4px">
<a href="{{link}}" style="display:inline-block;padding:12px 28px;background:{{colour}};border-radius:8px;font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-align:center;text-decoration:none">{{button}}</a>
</td></tr>
<tr><td class="pad" style="padding:16px 32px 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;table-layout:fixed">
{{#each facts}}<tr>
<td class="soft rule" width="84" valign="top" style="width:84px;padding:10px 12px 10px 0;border-top:1px solid #eaecf0;font-size:14px;line-height:22px;color:#667085">{{label}}</td>
<td class="ink rule" valign="top" style="padding:10px 0;border-top:1px solid #eaecf0;font-size:14px;line-height:22px;color:#1d2939;${WRAP}">{{#each lines}}{{this}}{{#unless @last}}<br>{{/unless}}{{/each}}</td>
</tr>
{{/each}}</table>
</td></tr>
<tr><td class="pad" style="padding:8px 32px 28px;${WRAP}">
<p class="soft rule" style="margin:0;padding-top:16px;border-top:1px solid #eaecf0;font-size:13px;line-height:20px;color:#667085">{{notice}}<br>按钮打不开时，请复制此链接：<a class="soft" href="{{link}}" style="color:#667085">{{link}}</a></p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

export const TEXT_LAYOUT = `{{heading}}

{{greeting}}
{{#each lead}}

{{this}}
{{/each}}
{{#if todo}}

{{todo}}
{{/if}}
{{#if quote}}

【{{quote.label}}】
{{#each quote.lines}}
{{this}}
{{/each}}
{{/if}}

{{button}}：
{{link}}

----------------------------------------
{{#each facts}}
{{label}}：{{#each lines}}{{this}}{{#unless @last}}
{{/unless}}{{/each}}
{{/each}}
----------------------------------------
{{notice}}
`;
