import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../permissions/may.decorator.js';
import { BodyView } from './registry.dto.js';
import { RegistryService } from './registry.service.js';

@ApiTags('registry')
@Controller('registry')
export class RegistryController {
  constructor(private readonly registry: RegistryService) {}

  /** What the registry of bodies knows under a SIRET number, to fill in a form. */
  @Get('bodies/:siret')
  @SignedIn()
  findBody(@Param('siret') siret: string): Promise<BodyView> {
    return this.registry.find(siret);
  }
}
