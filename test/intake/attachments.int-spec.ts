import { AttachmentRepository, AttachmentSweep, Clock, FileStore, TicketRepository } from '@app/application';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { INFECTED_PDF, officeFile, PDF, PHONE, photo, pngBomb } from '../builders/upload.builder';
import { type ClamdServer, startClamd } from '../harness/clamd-server';
import { fetched, listedIn, upload, uploadedPhoto } from './attachments.harness';
import { statusOfEndless } from './endless-upload.harness';
import { ANONYMOUS, type Answer, type IntakeUnderTest, startIntake } from './intake.harness';
import { multipart, MULTIPART } from './multipart.builder';
import { aTicketAt, command, track } from './tickets.harness';

const MB = 1_048_576;
let clamd: ClamdServer;
let intake: IntakeUnderTest;
beforeAll(async () => {
  clamd = await startClamd();
  intake = await startIntake({ UPLOAD_MAX_BYTES: String(MB), CLAMD_URL: clamd.url });
}, 60_000);
afterAll(async () => {
  await intake.close();
  await clamd.close();
});
afterEach(() => {
  clamd.behave('honest');
  jest.restoreAllMocks();
});

const submit = (attachments: readonly string[], headers = {}, caller = ANONYMOUS) =>
  intake.call(
    caller,
    'POST',
    '/api/v1/tickets',
    { title: '漏水', description: '三楼', attachments },
    headers,
  );
const attach = async (by: string, number: string, attachments: readonly string[], more: object = {}) =>
  intake.call(await intake.as(by), 'POST', `/api/v1/tickets/${number}/attach`, { attachments, ...more });
const seen = async (by: string, number: string) =>
  intake.call(await intake.as(by), 'GET', `/api/v1/tickets/${number}`);
const trackedBy = ({ body }: Answer) => track(intake, String(body['trackingCode']));
const outcome = ({ status, body }: Answer) => [status, body.code];

describe('an upload', () => {
  it('is taken from anyone, and answered with what it is', async () => {
    const { status, body } = await upload(intake, ANONYMOUS, await photo('jpeg'), 'C:\\fakepath\\漏水.JPEG');
    expect([status, body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: '漏水.jpeg',
        mediaType: 'image/jpeg',
        size: expect.any(Number),
      },
    ]);
    const [record] = await intake.app.get(AttachmentRepository).byIds([String(body['id'])]);
    expect(record).not.toHaveProperty('uploadedBy');
  });

  it('by a reporter with an account is kept as anybody’s, by staff as theirs', async () => {
    const ids = await Promise.all(
      ['student1', 'dispatcher1'].map(async (name) => uploadedPhoto(intake, await intake.as(name))),
    );
    const records = new Map(
      (await intake.app.get(AttachmentRepository).byIds(ids)).map((each) => [each.id, each]),
    );
    expect(ids.map((id) => records.get(id)?.uploadedBy)).toEqual([undefined, 'demo-dispatcher1']);
  });

  it.each<[string, () => Buffer | string | Promise<Buffer>, string, number, string]>([
    [
      'a program called .jpg',
      () => Buffer.from(`MZ${'\0'.repeat(200)}`),
      'a.jpg',
      415,
      'ATTACHMENT.UNSUPPORTED_TYPE',
    ],
    [
      'an SVG',
      () => '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'a.svg',
      415,
      'ATTACHMENT.UNSUPPORTED_TYPE',
    ],
    [
      'HTML called .png',
      () => '<html><script>1</script></html>',
      'a.png',
      415,
      'ATTACHMENT.UNSUPPORTED_TYPE',
    ],
    ['Word with macros', () => officeFile('docm'), 'a.docx', 415, 'ATTACHMENT.UNSUPPORTED_TYPE'],
    ['a PNG that asks for gigabytes', () => pngBomb(30_000, 30_000), 'a.png', 422, 'ATTACHMENT.DAMAGED'],
    ['half a photo', async () => (await photo('jpeg')).subarray(0, 3000), 'a.jpg', 422, 'ATTACHMENT.DAMAGED'],
    ['an infected document', () => INFECTED_PDF, 'a.pdf', 422, 'ATTACHMENT.INFECTED'],
    ['an empty file', () => '', 'a.pdf', 422, 'ATTACHMENT.FILE_MISSING'],
    [
      'one byte too many',
      () => Buffer.concat([PDF, Buffer.alloc(MB + 1 - PDF.length)]),
      'a.pdf',
      413,
      'ATTACHMENT.TOO_LARGE',
    ],
    ['far too many', () => Buffer.alloc(3 * MB), 'a.pdf', 413, 'ATTACHMENT.TOO_LARGE'],
  ])('is refused: %s', async (_what, content, name, status, code) => {
    const before = await intake.connection.collection('attachments').countDocuments();
    expect(outcome(await upload(intake, ANONYMOUS, await content(), name))).toEqual([status, code]);
    expect(await intake.connection.collection('attachments').countDocuments()).toBe(before);
  });

  it('is refused without a file, with two, and where it is no form', async () => {
    const send = (payload: Buffer, type = MULTIPART) =>
      intake.inject({
        method: 'POST',
        url: '/api/v1/attachments',
        headers: { 'content-type': type },
        payload,
      });
    expect(outcome(await send(multipart([['a', 'b']])))).toEqual([422, 'ATTACHMENT.FILE_MISSING']);
    const file = ['file', PDF, 'a.pdf'] as const;
    expect(outcome(await send(multipart([file, file])))).toEqual([413, 'REQUEST.TOO_LARGE']);
    expect(outcome(await send(multipart([file], '').subarray(0, -20)))).toEqual([400, 'REQUEST.MALFORMED']);
    expect(outcome(await send(PDF, 'application/pdf'))).toEqual([415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE']);
  });

  it('that does not end is refused at the limit, and never held', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await statusOfEndless(intake, ANONYMOUS, '/api/v1/attachments', 50)).toBe(413);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
    expect(await readdir(join(intake.config.DATA_DIR, 'spool'))).toEqual([]);
  });

  it('is put off while the scanner does not answer', async () => {
    clamd.behave('refuses');
    const answer = await upload(intake, ANONYMOUS, PDF, 'a.pdf');
    expect(outcome(answer)).toEqual([503, 'SERVER.UNAVAILABLE']);
    expect(answer.headers['retry-after']).toBe('5');
  });
});

describe('a submission', () => {
  it('brings photos that nobody can trace, and shows them to reporter and staff', async () => {
    const original = await photo('jpeg');
    const { body } = await upload(intake, ANONYMOUS, original);
    const submitted = await submit([String(body['id'])]);
    expect(submitted.status).toBe(201);
    const [listed, ...others] = listedIn(await trackedBy(submitted));
    expect(others).toEqual([]);
    expect(listed).toMatchObject({
      name: '漏水.jpg',
      by: 'reporter',
      visibility: 'public',
      purpose: 'report',
    });
    const file = await fetched(intake, listed!.href);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(file.content).toHaveLength(listed!.size);
    expect(original.toString('latin1')).toContain(PHONE);
    expect(file.content.toString('latin1')).not.toContain(PHONE);
    expect((await sharp(file.content).metadata()).exif).toBeUndefined();
    const thumbnail = await fetched(intake, listed!.thumbnailHref!);
    expect(await sharp(thumbnail.content).metadata()).toMatchObject({
      format: 'webp',
      width: 240,
      height: 320,
    });
    expect(listedIn(await seen('dispatcher1', String(submitted.body['number'])))).toHaveLength(1);
  });

  it('repeated is the first one, and its photos stay with it', async () => {
    const id = await uploadedPhoto(intake, ANONYMOUS);
    const key = { 'idempotency-key': 'attachments-repeat-1' };
    const [first, second] = [await submit([id], key), await submit([id], key)];
    expect(second.body).toEqual(first.body);
    expect(listedIn(await trackedBy(first))).toHaveLength(1);
    expect(outcome(await submit([id]))).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
  });

  it('that was cut off can be repeated', async () => {
    const id = await uploadedPhoto(intake, ANONYMOUS);
    const key = { 'idempotency-key': 'attachments-cut-off-1' };
    const tickets = intake.connection.collection('tickets');
    jest
      .spyOn(intake.connection.model('Ticket').collection, 'insertMany')
      .mockRejectedValueOnce(new Error('gone'));
    const before = await tickets.countDocuments();
    expect((await submit([id], key)).status).toBe(500);
    expect(await tickets.countDocuments()).toBe(before);
    expect(listedIn(await trackedBy(await submit([id], key)))).toHaveLength(1);
  });

  it('may bring nine, and not what is not there or staff’s', async () => {
    const staffs = await uploadedPhoto(intake, await intake.as('dispatcher1'));
    expect(outcome(await submit([staffs]))).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
    expect(outcome(await submit(['0'.repeat(32)]))).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
    const ten = Array.from({ length: 10 }, (_, index) => String(index).repeat(32));
    expect(outcome(await submit(ten))).toEqual([422, 'ATTACHMENT.TOO_MANY']);
    for (const ids of [[], ['../../etc/passwd'], [1]])
      expect(outcome(await submit(ids as string[]))).toEqual([422, 'REQUEST.INVALID']);
    expect((await submit([staffs], {}, await intake.as('dispatcher1'))).status).toBe(201);
  });

  it('of an anonymous reporter says nothing of the account that uploaded', async () => {
    const student = await intake.as('student1');
    const id = await uploadedPhoto(intake, student);
    const body = { title: '漏水', description: '三楼', identity: 'anonymous', attachments: [id] };
    expect((await intake.call(student, 'POST', '/api/v1/tickets', body)).status).toBe(201);
    const record = await intake.connection.collection('attachments').findOne({ _id: id as never });
    expect(JSON.stringify(record)).not.toContain('student1');
  });
});

describe('a ticket', () => {
  it('is given files by those who handle it, which reporters see only where they are public', async () => {
    const { number, trackingCode } = await aTicketAt(intake, 'in-progress');
    const owner = await intake.as('canteen.owner1');
    const [internal, shown] = [await uploadedPhoto(intake, owner), await uploadedPhoto(intake, owner)];
    expect((await attach('canteen.owner1', number, [internal])).status).toBe(200);
    const answer = await attach('canteen.owner1', number, [shown], { visibility: 'public' });
    expect(listedIn(answer).map(({ id, visibility, by }) => [id, visibility, by])).toEqual([
      [internal, 'internal', 'staff'],
      [shown, 'public', 'staff'],
    ]);
    for (const reporters of [await seen('student1', number), await track(intake, trackingCode)]) {
      expect(listedIn(reporters).map(({ id }) => id)).toEqual([shown]);
      expect(reporters.text).not.toContain(internal);
    }
  });

  it('shows the photos of a result to its reporter once a head has approved it', async () => {
    const { number, trackingCode } = await aTicketAt(intake, 'in-progress');
    const id = await uploadedPhoto(intake, await intake.as('canteen.owner1'));
    await command(intake, number, 'canteen.owner1', 'submit-result', { text: '已修好', attachments: [id] });
    expect(listedIn(await seen('canteen.head', number))).toMatchObject([
      { id, purpose: 'result', visibility: 'public' },
    ]);
    expect(listedIn(await track(intake, trackingCode))).toEqual([]);
    await command(intake, number, 'canteen.head', 'approve-result');
    expect(listedIn(await track(intake, trackingCode))).toMatchObject([{ id }]);
  });

  it('is given files by tracking code and by the reporter’s account, always public', async () => {
    const { number, trackingCode } = await aTicketAt(intake, 'dispatched');
    const [byCode, byAccount] = [
      await uploadedPhoto(intake, ANONYMOUS),
      await uploadedPhoto(intake, await intake.as('student1')),
    ];
    const path = `/api/v1/tracking/${trackingCode}/attachments`;
    const answer = await intake.call(ANONYMOUS, 'POST', path, { attachments: [byCode] });
    expect([answer.status, listedIn(answer)]).toMatchObject([
      200,
      [{ id: byCode, by: 'reporter', visibility: 'public' }],
    ]);
    expect((await attach('student1', number, [byAccount], { visibility: 'internal' })).status).toBe(200);
    expect(listedIn(await track(intake, trackingCode))).toMatchObject([
      { id: byCode },
      { id: byAccount, visibility: 'public' },
    ]);
    const repeated = await intake.call(ANONYMOUS, 'POST', path, { attachments: [byCode] });
    expect(repeated.status).toBe(200);
    expect(listedIn(repeated)).toHaveLength(2);
  });

  it('gets nobody else’s upload, and nothing that another ticket has', async () => {
    const { number } = await aTicketAt(intake, 'in-progress');
    const { number: other } = await aTicketAt(intake, 'in-progress');
    const [heads, anybodys, owners] = await Promise.all(
      [await intake.as('canteen.head'), ANONYMOUS, await intake.as('canteen.owner1')].map((caller) =>
        uploadedPhoto(intake, caller),
      ),
    );
    for (const id of [heads!, anybodys!, '0'.repeat(32)])
      expect(outcome(await attach('canteen.owner1', number, [owners!, id]))).toEqual([
        404,
        'ATTACHMENT.NOT_FOUND',
      ]);
    expect((await attach('canteen.owner1', other, [owners!])).status).toBe(200);
    expect(outcome(await attach('canteen.owner1', number, [owners!]))).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
    expect(listedIn(await seen('canteen.owner1', number))).toEqual([]);
  });

  it('wins alone of two that want the same upload at once', async () => {
    const { number } = await aTicketAt(intake, 'in-progress');
    const { number: other } = await aTicketAt(intake, 'in-progress');
    for (let race = 0; race < 20; race += 1) {
      const id = await uploadedPhoto(intake, await intake.as('canteen.owner1'));
      const answers = await Promise.all([number, other].map((each) => attach('canteen.owner1', each, [id])));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    }
    const both = [
      ...listedIn(await seen('canteen.owner1', number)),
      ...listedIn(await seen('canteen.owner1', other)),
    ];
    expect([both.length, new Set(both.map(({ id }) => id)).size]).toEqual([20, 20]);
  }, 60_000);

  it('takes nothing for somebody who may not attach, whose upload stays theirs', async () => {
    const { number } = await aTicketAt(intake, 'in-progress');
    const id = await uploadedPhoto(intake, await intake.as('admin'));
    expect(outcome(await attach('admin', number, [id]))).toEqual([403, 'TICKET.NOT_ALLOWED']);
    const [record] = await intake.app.get(AttachmentRepository).byIds([id]);
    expect(record).toMatchObject({ state: 'pending' });
    expect(outcome(await attach('energy.owner1', number, [id]))).toEqual([404, 'TICKET.NOT_FOUND']);
  });
});

describe('a link', () => {
  let href: string;
  let document: string;
  beforeAll(async () => {
    const uploads = [
      await upload(intake, ANONYMOUS, await photo('png'), '照片.png'),
      await upload(intake, ANONYMOUS, PDF, '检测 100%.pdf'),
    ];
    const submitted = await submit(uploads.map(({ body }) => String(body['id'])));
    [href, document] = listedIn(await trackedBy(submitted)).map((each) => each.href) as [string, string];
  });

  it('gives the file to whoever has it, for a browser to show and do nothing else with', async () => {
    const { headers } = await fetched(intake, href);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="__.png"; filename*=UTF-8''${encodeURIComponent('照片.png')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringMatching(/^private, max-age=(2[4-9]\d|300), immutable$/),
    });
  });

  it('offers documents for saving, as they came', async () => {
    const { headers, content } = await fetched(intake, document);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="__ 100_.pdf"; filename*=UTF-8''${encodeURIComponent('检测 100%.pdf')}`,
    );
    expect(content.equals(PDF)).toBe(true);
  });

  it('cannot be made by hand', async () => {
    const url = new URL(href, 'http://x');
    const changed = (change: (url: URL) => void) => {
      const copy = new URL(url);
      change(copy);
      return fetched(intake, copy.pathname + copy.search);
    };
    const signature = url.searchParams.get('signature')!;
    const forgeries = await Promise.all([
      changed(({ searchParams }) =>
        searchParams.set('expires', String(Number(searchParams.get('expires')) + 60)),
      ),
      changed(({ searchParams }) => searchParams.set('signature', signature.slice(0, -3))),
      changed(({ searchParams }) => searchParams.set('signature', `A${signature.slice(1)}`)),
      changed(({ searchParams }) => searchParams.set('signature', '')),
      changed((copy) => (copy.pathname = copy.pathname.replace(/file$/, 'thumbnail'))),
      changed((copy) => (copy.pathname = new URL(document, 'http://x').pathname)),
      changed((copy) => (copy.pathname = copy.pathname.replace(/file$/, 'other'))),
    ]);
    const codes = forgeries.map(({ status, code }) => `${status} ${code}`);
    expect(new Set(codes.filter((each) => !each.startsWith('422')))).toEqual(
      new Set(['403 ATTACHMENT.LINK_INVALID']),
    );
    expect((await changed(({ searchParams }) => searchParams.delete('expires'))).status).toBe(422);
  });

  it('ends after five minutes', async () => {
    const now = Date.now();
    const at = (minutes: number) =>
      jest.spyOn(intake.app.get(Clock), 'now').mockReturnValue(new Date(now + minutes * 60_000));
    at(3.9);
    expect((await fetched(intake, href)).status).toBe(200);
    at(5.1);
    expect(await fetched(intake, href)).toMatchObject({ status: 403, code: 'ATTACHMENT.LINK_INVALID' });
  });

  it('to what is gone says so', async () => {
    const id = new URL(href, 'http://x').pathname.split('/')[4]!;
    await intake.connection
      .collection('attachments')
      .updateOne({ _id: id as never }, { $set: { state: 'discarded' } });
    expect(await fetched(intake, href)).toMatchObject({ status: 404, code: 'ATTACHMENT.NOT_FOUND' });
  });
});

it('what no ticket lists is swept away after a day, and what one lists is not', async () => {
  const at = <T>(port: abstract new (...given: never[]) => T): T => intake.app.get<T>(port);
  const uploads = at(AttachmentRepository);
  const [left, kept] = [await uploadedPhoto(intake, ANONYMOUS), await uploadedPhoto(intake, ANONYMOUS)];
  const submitted = await submit([kept]);
  const sweep = new AttachmentSweep(uploads, at(TicketRepository), at(FileStore), {
    now: () => new Date(Date.now() + 25 * 3_600_000),
  });
  expect(await sweep.execute()).toBeGreaterThan(0);
  expect(await uploads.byIds([left, kept])).toMatchObject([{ id: kept, state: 'attached' }]);
  const [listed] = listedIn(await trackedBy(submitted));
  expect((await fetched(intake, listed!.href)).status).toBe(200);
  expect(await sweep.execute()).toBe(0);
});
