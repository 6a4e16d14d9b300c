import { TicketDesk } from '@app/application';
import { TRACKING_LIVE_EVENTS } from '@app/contracts/http';
import { Controller, Get, Ip, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../access/access.decorator';
import { RateLimited } from '../limits/rate-limited.decorator';
import { TrackingMisses } from '../limits/rate-limits';
import { API } from '../requests/api-path';
import { valueOf } from '../requests/refusal';
import { trackingCodeOf } from '../tickets/tracking.controller';
import { EventStreamResponse } from './event-stream.decorator';
import { LiveDoor } from './live-door';
import { TrackingWatcher } from './tracking-watcher';

/** A whole campus may come from one address. */
const MOST_OF_AN_ADDRESS = 200;

@ApiTags('live')
@Controller(`${API}/tracking`)
@Public()
@RateLimited('track')
export class TrackingLiveController {
  constructor(
    private readonly door: LiveDoor,
    private readonly desk: TicketDesk,
    private readonly misses: TrackingMisses,
  ) {}

  /** Server-sent events that say only that this one ticket has changed. */
  @Get(':trackingCode/live')
  @EventStreamResponse(TRACKING_LIVE_EVENTS, 'TICKET.NOT_FOUND')
  async liveTracked(
    @Param('trackingCode') written: string,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.misses.refuseGuesser(address);
    const code = trackingCodeOf(written);
    const found = await this.desk.track(code);
    if (!found.ok) await this.misses.count(address);
    const watcher = new TrackingWatcher(valueOf(found), async () => {
      const again = await this.desk.track(code);
      return again.ok ? again.value : undefined;
    });
    this.door.enter(request, reply, watcher, { who: address, most: MOST_OF_AN_ADDRESS });
  }
}
