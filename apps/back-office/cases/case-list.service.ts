import { Injectable } from '@nestjs/common';

@Injectable()
export class CaseListService {
  page(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
