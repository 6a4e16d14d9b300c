import { withoutPersonalData } from './redaction';

describe('withoutPersonalData', () => {
  it.each([
    ['550 no such user zhang.san+x@mail.example.edu.cn here', '550 no such user [e-mail] here'],
    ['给张三zhang@example.edu发信', '给张三[e-mail]发信'],
    ['smtp://user:p4ss@host:25 and duban@localhost', 'smtp://[redacted]@host:25 and [e-mail]'],
    ['GET /t/K7QM-2XBD-9PRT-AAAA-BBBB-CCCC/rating', 'GET /t/[tracking-code]/rating'],
    ['call 13812345678, took 1381234567890 ns', 'call [phone], took 1381234567890 ns'],
    ['at node_modules/@nestjs/core/index.js:1', 'at node_modules/@nestjs/core/index.js:1'],
  ])('turns %j into %j', (line, expected) => {
    expect(withoutPersonalData(line)).toBe(expected);
  });

  it('leaves a JSON line a JSON line', () => {
    const line = JSON.stringify({ stack: 'a\nx@y.cn\tb@c.cn\u0001d@e.cn"f@g.cn\\h@i.cn' });
    expect(JSON.parse(withoutPersonalData(line))).toEqual({
      stack: 'a\n[e-mail]\t[e-mail]\u0001[e-mail]"[e-mail]\\[e-mail]',
    });
  });
});
