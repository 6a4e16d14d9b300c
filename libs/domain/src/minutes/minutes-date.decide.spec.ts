import { isPlausibleSerial, parseDateText, serialToInstant, serialToText } from './minutes-date.decide';

const iso = (date: Date | undefined): string | undefined => date?.toISOString();

describe('dates in minutes', () => {
  test.each([
    ['2020/1/6 12:09:38', '2020-01-06T04:09:38.000Z'],
    ['2016年4月20日15:00', '2016-04-20T07:00:00.000Z'],
    ['２０１６年４月２０日 １５：００', '2016-04-20T07:00:00.000Z'],
    ['2016年4月20日（星期三）下午3点半', '2016-04-20T07:30:00.000Z'],
    ['2016年4月20日 上午9时', '2016-04-20T01:00:00.000Z'],
    ['2016年4月20日中午12点', '2016-04-20T04:00:00.000Z'],
    ['2016年4月20日9时30分', '2016-04-20T01:30:00.000Z'],
    ['2016-04-20', '2016-04-19T16:00:00.000Z'],
    ['2016.4.20', '2016-04-19T16:00:00.000Z'],
    ['20160420', '2016-04-19T16:00:00.000Z'],
    ['16年4月20日', '2016-04-19T16:00:00.000Z'],
    ['4月20日', '2016-04-19T16:00:00.000Z'],
    ['4月20日 8:05', '2016-04-20T00:05:00.000Z'],
    ['2016-04-20T15:00:00Z', '2016-04-20T15:00:00.000Z'],
    ['2016-04-20T15:00:00.000+08:00', '2016-04-20T07:00:00.000Z'],
    ['2016-02-29', '2016-02-28T16:00:00.000Z'],
  ])('reads %s in Asia/Shanghai', (text, expected) => {
    expect(iso(parseDateText(text, 2016))).toBe(expected);
  });

  test.each([
    '',
    '上周三',
    '2016年4月',
    '4月20日-22日',
    '2015-02-29',
    '2016-13-01',
    '2016-04-20 25:00',
    '2016-04-20 10:61',
    '20160',
    '月底前',
  ])('does not guess at “%s”', (text) => expect(parseDateText(text, 2016)).toBeUndefined());

  test('does not invent the year of a date without one', () => {
    expect(parseDateText('4月20日')).toBeUndefined();
  });

  test.each([
    [42480.625, '1900', '2016-04-20T07:00:00.000Z'],
    [41018.625, '1904', '2016-04-20T07:00:00.000Z'],
    [61, '1900', '1900-02-28T16:00:00.000Z'],
    [1, '1900', '1899-12-31T16:00:00.000Z'],
    [43836.50668981481, '1900', '2020-01-06T04:09:38.000Z'],
  ] as const)('reads serial %p of the %s system', (serial, system, expected) => {
    expect(iso(serialToInstant(serial, system))).toBe(expected);
  });

  test.each([-1, Number.NaN, 1e9])('refuses serial %p', (serial) => {
    expect(serialToInstant(serial, '1900')).toBeUndefined();
  });

  test('writes a serial the way a person would', () => {
    expect(serialToText(42480, '1900')).toBe('2016-04-20');
    expect(serialToText(42480.625, '1900')).toBe('2016-04-20 15:00:00');
  });

  test('takes plain numbers for dates only in this century', () => {
    expect(isPlausibleSerial(42480, '1900')).toBe(true);
    expect(isPlausibleSerial(3, '1900')).toBe(false);
    expect(isPlausibleSerial(138_0123_4567, '1900')).toBe(false);
  });
});

test('white space without end makes no date', () => {
  expect(parseDateText(`2016-04-20${' '.repeat(40_000)}下午`)).toBeUndefined();
});
