import { type IdentityOpening } from '@app/domain';
import { type IdentityOpeningDocument } from './identity.schema';

export function toOpeningDocument({ id, ...opening }: IdentityOpening): IdentityOpeningDocument {
  const { state, ticketId, unrecorded, requestedAt, decidedAt = requestedAt } = opening;
  return {
    _id: id,
    ...opening,
    ...(state === 'requested' || state === 'approved' ? { underWay: ticketId } : {}),
    ...(unrecorded.length > 0 ? { unrecordedSince: decidedAt } : {}),
  };
}

export function toOpening({
  _id: id,
  underWay: _underWay,
  unrecordedSince: _since,
  ...opening
}: IdentityOpeningDocument): IdentityOpening {
  return { id, ...opening };
}
