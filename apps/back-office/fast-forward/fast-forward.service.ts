import { Injectable } from '@nestjs/common';

@Injectable()
export class FastForwardService {
  advance(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
