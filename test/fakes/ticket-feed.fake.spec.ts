import { describeTicketFeed } from '../contracts/ticket-feed.contract';
import { FakeTicketFeed } from './ticket-feed.fake';

const feed = new FakeTicketFeed();
describeTicketFeed('fake', () => ({ feed, wipe: () => feed.wipe() }));
