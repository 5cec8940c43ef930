import { Injectable } from '@nestjs/common';

@Injectable()
export class CaseDetailService {
  get(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
