import { Directory, ReportForm } from '@app/application';
import { servicePointListSchema, servicePointSchema } from '@app/contracts/http';
import { type ServicePoint } from '@app/domain';
import { ProblemException } from '@app/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Public } from '../access/access.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';

class ServicePointDto extends createZodDto(servicePointSchema) {}
class ServicePointListDto extends createZodDto(servicePointListSchema) {}

/** The places to report from, as anybody may see them. */
@ApiTags('reference')
@Controller(`${API}/service-points`)
export class ServicePointsController {
  constructor(
    private readonly directory: Directory,
    private readonly form: ReportForm,
  ) {}

  @Get()
  @Public()
  @ZodResponse({ status: 200, type: ServicePointListDto })
  async activeServicePoints() {
    const points = await this.directory.servicePoints();
    return {
      items: await Promise.all(points.filter(({ active }) => active).map((point) => this.shown(point))),
    };
  }

  /** By code, or by the token of the QR code that hangs there. */
  @Get(':code')
  @Public()
  @Problems('SERVICE_POINT.NOT_FOUND')
  @ZodResponse({ status: 200, type: ServicePointDto })
  async servicePoint(@Param('code') written: string) {
    const point = await this.form.servicePoint(written);
    if (!point) throw new ProblemException('SERVICE_POINT.NOT_FOUND');
    return this.shown(point);
  }

  private async shown({ code, name, kind, department, location }: ServicePoint) {
    const departments = await this.directory.departments();
    const of = departments.find((each) => each.code === department)?.name ?? department;
    return { code, name, kind, department: of, location };
  }
}
