import { anOffice } from '../../../../../test/harness/office.harness';
import { CreateSessionHandler, type CreateSessionCommand } from './create-session.handler';

const aForum = (heldAt: string): CreateSessionCommand => ({
  kind: 'forum',
  title: '春季座谈会',
  heldAt: new Date(heldAt),
  createdBy: 'person-dispatcher',
});

describe(CreateSessionHandler.name, () => {
  it('numbers sessions within their kind and the year they were held in, by Chinese time', async () => {
    const { sessions, clock, ids } = anOffice();
    const create = new CreateSessionHandler(sessions, clock, ids);
    const stored = [
      await create.execute(aForum('2016-04-01T02:00:00.000Z')),
      await create.execute(aForum('2016-05-01T02:00:00.000Z')),
      await create.execute({ ...aForum('2016-05-01T02:00:00.000Z'), kind: 'reception-day' }),
      await create.execute(aForum('2016-12-31T16:00:00.000Z')),
    ];
    expect(stored.map(({ number }) => number)).toEqual([
      '2016-座谈-01',
      '2016-座谈-02',
      '2016-接待日-01',
      '2017-座谈-01',
    ]);
    expect([...sessions.sessions.values()]).toEqual(stored);
  });
});
