import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rights, treatments } from '#activities/retention/register.js';
import { typeset } from '#activities/typeset.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Public } from '../permissions/may.decorator.js';
import type { TreatmentView } from './register.dto.js';
import { RegisterView } from './register.dto.js';

/** The register of treatments (RGPD art. 30), which also tells people what article 13 wants told: open to anybody. */
@ApiTags('register')
@Controller('register')
export class RegisterController {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  @Get()
  @Public()
  getRegister(): RegisterView {
    const { JALON_SERVICE: service, JALON_DPO: officer } = this.environment;
    return {
      controller: { name: service.name, email: service.email, address: service.address },
      officer: { ...officer },
      treatments: treatments.map((one): TreatmentView => ({
        ...one,
        title: typeset(one.title),
        people: [...one.people],
        categories: one.categories.map(typeset),
        recipients: one.recipients.map(typeset),
        durations: one.durations.map((kept) => ({ ...kept })),
      })),
      rights: rights.map(({ title, text }) => ({ title, text: typeset(text) })),
    };
  }
}
