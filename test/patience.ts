// No test is about speed; on a busy machine five seconds are not much.
jest.setTimeout(60_000);
