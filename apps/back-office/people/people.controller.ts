import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { May, SignedIn } from '../permissions/may.decorator.js';
import { PeopleQuery, PersonView, RoleMatrix } from './people.dto.js';
import { PeopleService } from './people.service.js';
import { roleMatrix } from './role-matrix.js';

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('people')
  @May('find people')
  listPeople(@Query() query: PeopleQuery): Promise<PersonView[]> {
    return this.people.list(query);
  }

  /** Who may do what. */
  @Get('roles')
  @SignedIn()
  getRoleMatrix(): RoleMatrix {
    return roleMatrix();
  }
}
