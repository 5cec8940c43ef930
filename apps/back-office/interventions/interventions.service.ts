import { Injectable } from '@nestjs/common';

@Injectable()
export class InterventionsService {
  intervene(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
