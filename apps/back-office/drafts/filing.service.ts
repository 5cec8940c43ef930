import { Injectable } from '@nestjs/common';

@Injectable()
export class FilingService {
  file(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
