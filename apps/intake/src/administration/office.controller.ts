import { OfficeDesk } from '@app/application';
import {
  newCategorySchema,
  newDepartmentSchema,
  newServicePointSchema,
  officeCategoryListSchema,
  officeCategorySchema,
  officeDepartmentListSchema,
  officeDepartmentSchema,
  officeServicePointListSchema,
  officeServicePointSchema,
  saveCategorySchema,
  saveDepartmentSchema,
  saveServicePointSchema,
  versionQuerySchema,
} from '@app/contracts/http';
import { type Person, ROLES } from '@app/domain';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { CurrentPerson } from '../access/current-person.decorator';
import { API } from '../requests/api-path';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentCategory, presentDepartment, presentServicePoint } from './office.presenter';

class NewDepartmentDto extends createZodDto(newDepartmentSchema) {}
class SaveDepartmentDto extends createZodDto(saveDepartmentSchema) {}
class DepartmentDto extends createZodDto(officeDepartmentSchema) {}
class DepartmentListDto extends createZodDto(officeDepartmentListSchema) {}
class NewCategoryDto extends createZodDto(newCategorySchema) {}
class SaveCategoryDto extends createZodDto(saveCategorySchema) {}
class CategoryDto extends createZodDto(officeCategorySchema) {}
class CategoryListDto extends createZodDto(officeCategoryListSchema) {}
class NewServicePointDto extends createZodDto(newServicePointSchema) {}
class SaveServicePointDto extends createZodDto(saveServicePointSchema) {}
class OfficeServicePointDto extends createZodDto(officeServicePointSchema) {}
class OfficeServicePointListDto extends createZodDto(officeServicePointListSchema) {}
class VersionQueryDto extends createZodDto(versionQuerySchema) {}

const STAFF = ROLES.filter((role) => role !== 'reporter');

/** Departments, categories and service points: read by the staff, written by the administrator. */
@ApiTags('administration')
@Controller(API)
export class OfficeController {
  constructor(private readonly desk: OfficeDesk) {}

  @Get('departments')
  @Allow(...STAFF)
  @ZodResponse({ status: 200, type: DepartmentListDto })
  async departments() {
    return { items: (await this.desk.read()).department.map(presentDepartment) };
  }

  @Post('departments')
  @Allow('admin')
  @Problems('DEPARTMENT.INVALID', 'CONFIGURATION.CODE_TAKEN')
  @ZodResponse({ status: 201, type: DepartmentDto })
  async addDepartment(@Body() body: NewDepartmentDto, @CurrentPerson() by: Person) {
    return presentDepartment(valueOf(await this.desk.create('department', body, { by })));
  }

  @Put('departments/:code')
  @Allow('admin')
  @Problems('DEPARTMENT.NOT_FOUND', 'DEPARTMENT.INVALID', 'CONFIGURATION.CONFLICT', 'CONFIGURATION.IN_USE')
  @ZodResponse({ status: 200, type: DepartmentDto })
  async saveDepartment(
    @Param('code') code: string,
    @Body() { version, ...content }: SaveDepartmentDto,
    @CurrentPerson() by: Person,
  ) {
    const saved = await this.desk.update('department', code, { by, version }, () => ({
      ok: true,
      value: { code, ...content },
    }));
    return presentDepartment(valueOf(saved));
  }

  @Get('categories')
  @Allow(...STAFF)
  @ZodResponse({ status: 200, type: CategoryListDto })
  async categories() {
    return { items: (await this.desk.read()).category.map(presentCategory) };
  }

  @Post('categories')
  @Allow('admin')
  @Problems('CATEGORY.INVALID', 'CONFIGURATION.CODE_TAKEN')
  @ZodResponse({ status: 201, type: CategoryDto })
  async addCategory(@Body() body: NewCategoryDto, @CurrentPerson() by: Person) {
    return presentCategory(valueOf(await this.desk.create('category', body, { by })));
  }

  @Put('categories/:code')
  @Allow('admin')
  @Problems('CATEGORY.NOT_FOUND', 'CATEGORY.INVALID', 'CONFIGURATION.CONFLICT', 'CONFIGURATION.IN_USE')
  @ZodResponse({ status: 200, type: CategoryDto })
  async saveCategory(
    @Param('code') code: string,
    @Body() { version, ...content }: SaveCategoryDto,
    @CurrentPerson() by: Person,
  ) {
    const saved = await this.desk.update('category', code, { by, version }, () => ({
      ok: true,
      value: { code, ...content },
    }));
    return presentCategory(valueOf(saved));
  }

  /** Only of a category that nothing was ever filed under; the others can be deactivated. */
  @Delete('categories/:code')
  @Allow('admin')
  @HttpCode(204)
  @Problems('CATEGORY.NOT_FOUND', 'CONFIGURATION.CONFLICT', 'CONFIGURATION.IN_USE')
  @ApiNoContentResponse({ description: 'Removed.' })
  async removeCategory(
    @Param('code') code: string,
    @Query() { version }: VersionQueryDto,
    @CurrentPerson() by: Person,
  ): Promise<void> {
    valueOf(await this.desk.removeCategory(code, { by, version }));
  }

  /** All of them, with the tokens for their QR codes. */
  @Get('administration/service-points')
  @Allow('admin')
  @ZodResponse({ status: 200, type: OfficeServicePointListDto })
  async servicePoints() {
    return { items: (await this.desk.read())['service-point'].map(presentServicePoint) };
  }

  @Post('service-points')
  @Allow('admin')
  @Problems('SERVICE_POINT.INVALID', 'CONFIGURATION.CODE_TAKEN')
  @ZodResponse({ status: 201, type: OfficeServicePointDto })
  async addServicePoint(@Body() body: NewServicePointDto, @CurrentPerson() by: Person) {
    return presentServicePoint(valueOf(await this.desk.createServicePoint(body, { by })));
  }

  @Put('service-points/:code')
  @Allow('admin')
  @Problems('SERVICE_POINT.NOT_FOUND', 'SERVICE_POINT.INVALID', 'CONFIGURATION.CONFLICT')
  @ZodResponse({ status: 200, type: OfficeServicePointDto })
  async saveServicePoint(
    @Param('code') code: string,
    @Body() { version, ...content }: SaveServicePointDto,
    @CurrentPerson() by: Person,
  ) {
    const saved = await this.desk.update('service-point', code, { by, version }, ({ token }) => ({
      ok: true,
      value: { code, token, ...content },
    }));
    return presentServicePoint(valueOf(saved));
  }
}
