import { type LineFault, type MinutesLine, type Session } from '@app/domain';
import { START } from './ticket.builder';

export const SESSION: Session = {
  id: '01TESTSESSION',
  number: '2016-座谈-01',
  kind: 'forum',
  title: '春季座谈会',
  heldAt: new Date('2016-04-01T02:00:00.000Z'),
  createdAt: START,
  createdBy: 'person-dispatcher',
};

/** A line of minutes as the reader gives it, whose key follows from its row. */
export function aLine(row: number, overrides: Partial<MinutesLine> = {}): MinutesLine {
  return {
    row,
    key: `key-${row}`,
    accepted: true,
    text: `第${row}行:宿舍没有热水`,
    faults: [],
    marks: [],
    ...overrides,
  };
}

/** A line that a fault excludes. */
export function aRefusedLine(row: number, overrides: Partial<MinutesLine> = {}): MinutesLine {
  const fault: LineFault = { row, code: 'LINE.TEXT_MISSING', message: '没有内容', severity: 'error' };
  return aLine(row, { accepted: false, faults: [fault], ...overrides });
}
