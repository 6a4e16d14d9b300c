import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { RequestValidationPipe } from './request-validation.pipe';

class ListQuery extends createZodDto(
  z.object({ status: z.string().optional(), limit: z.coerce.number().default(25) }),
) {}

const query = (value: unknown) =>
  new RequestValidationPipe().transform(value, { type: 'query', metatype: ListQuery });

describe('a query', () => {
  it('takes a blank parameter as not given', () => {
    expect(query({ status: '', limit: '' })).toEqual({ limit: 25 });
  });

  it('takes a repeated parameter as a list', () => {
    expect(query({ status: ['closed', 'resolved', ''] })).toEqual({ status: 'closed,resolved', limit: 25 });
  });
});
