import { Injectable } from '@nestjs/common';

@Injectable()
export class DemonstrationService {
  accounts(): Promise<never> {
    throw new Error('skeleton');
  }
}
