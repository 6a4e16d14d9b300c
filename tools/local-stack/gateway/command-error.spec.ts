import { deserialize } from 'bson';
import { CommandError, codeOfSqlState, isServerGone, toCommandError, unpackSqlState } from './command-error';

const sqlError = (code: string): Error =>
  Object.assign(new Error('said the server'), { severity: 'ERROR', code });

describe('error codes', () => {
  it('are unpacked from PostgreSQL’s integers', () => {
    expect(unpackSqlState(319029277)).toBe('M001C');
    const pack = (text: string): number =>
      [...text].reduce((sum, char, i) => sum | ((char.charCodeAt(0) - 48) << (6 * i)), 0);
    for (const state of ['M0001', 'M00CO', '23505', '57014']) expect(unpackSqlState(pack(state))).toBe(state);
  });

  it.each([
    ['M001C', 11000],
    ['23505', 11000],
    ['M0008', 26],
    ['M000F', 48],
    ['57014', 50],
    ['40P01', 112],
    ['XX000', 8],
  ])('translate SQLSTATE %s to %i', (state, code) => {
    expect(codeOfSqlState(state)[0]).toBe(code);
  });

  it('tell a server that went away from one that refused', () => {
    expect(
      [new Error('Connection terminated'), sqlError('57P01'), sqlError('08006')].map(isServerGone),
    ).toEqual([true, true, true]);
    expect([sqlError('M0001'), sqlError('57014')].map(isServerGone)).toEqual([false, false]);
    expect(toCommandError(new Error('Connection terminated'))).toMatchObject({ code: 91 });
  });

  it('become MongoDB’s reply', () => {
    const reply = deserialize(toCommandError(sqlError('M0008')).toReply());
    expect(reply).toEqual({ ok: 0, errmsg: 'said the server', code: 26, codeName: 'NamespaceNotFound' });
    const own = new CommandError(59, 'CommandNotFound', 'none');
    expect(toCommandError(own)).toBe(own);
  });
});
