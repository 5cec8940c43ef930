import { Injectable } from '@nestjs/common';

@Injectable()
export class InboxService {
  page(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  counts(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
