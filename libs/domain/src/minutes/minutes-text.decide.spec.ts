import { cleanText, isPlaceholder, readContact } from './minutes-text.decide';

describe('texts of minutes', () => {
  test('are trimmed of every white space and otherwise untouched', () => {
    const inner = '第一行  有两个空格\r\n\t第二行　全角：１２３';
    expect(cleanText(`\n\t\t　 ${inner} 　\n\t`)).toEqual({ text: inner, removed: 0 });
  });

  test('lose control and invisible characters, and say how many', () => {
    expect(cleanText('水\u0000温\u200b忽\u202e冷\ufeff')).toEqual({ text: '水温忽冷', removed: 4 });
    expect(cleanText('一\r二')).toEqual({ text: '一\n二', removed: 0 });
    expect(cleanText('\ud800坏')).toEqual({ text: '坏', removed: 1 });
  });

  test('keep emoji that are joined from several', () => {
    expect(cleanText('👨‍👩‍👧 没热水')).toEqual({ text: '👨‍👩‍👧 没热水', removed: 0 });
  });

  test.each(['无', '—', '/', '暂无', 'N/A', '无意见'])('“%s” says that there is nothing', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
});

describe('who raised it', () => {
  test.each([
    ['吴同学 138０1234567', '', { name: '吴同学', phone: '13801234567' }],
    ['吴同学（138-0123-4567）', '', { name: '吴同学', phone: '13801234567' }],
    ['李老师，电话：0931-2973678', '', { name: '李老师', phone: '0931-2973678' }],
    ['李老师', '+86 138 0123 4567', { name: '李老师', phone: '13801234567' }],
    ['李老师', '66123', { name: '李老师', phone: '66123' }],
    ['李老师', 'li@lut.edu.cn', { name: '李老师', email: 'li@lut.edu.cn' }],
    ['', '１３８０１２３４５６７', { phone: '13801234567' }],
    ['匿名', '13801234567', { phone: '13801234567' }],
    ['2016级学生代表', '', { name: '2016级学生代表' }],
    ['王同学 20151234', '', { name: '王同学 20151234' }],
    ['A00074011', '', { name: 'A00074011' }],
  ])('“%s” with “%s”', (proposer, contact, expected) => {
    expect(readContact(proposer, contact)).toEqual({ contact: expected, unread: false });
  });

  test('nobody and nothing make no contact', () => {
    expect(readContact('匿名', '无')).toEqual({ unread: false });
    expect(readContact('', '找班长')).toEqual({ unread: true });
  });
});

/** Texts that an expression without bounds would take minutes over. */
describe('who raised it, in cells without end', () => {
  test('are read as far as a person could be named', () => {
    const { contact, unread } = readContact(`李${'，'.repeat(300_000)}四`, 'a'.repeat(300_000));
    expect(contact).toEqual({ name: '李' });
    expect(unread).toBe(true);
    expect(readContact('李'.repeat(300_000), '1'.repeat(300_000)).contact?.name).toHaveLength(200);
    expect(readContact(`${'，'.repeat(100)}李${'，'.repeat(50)}四${'，'.repeat(30)}`, '')).toEqual({
      contact: { name: `李${'，'.repeat(50)}四` },
      unread: false,
    });
  });
});
