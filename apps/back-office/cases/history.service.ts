import { Injectable } from '@nestjs/common';

@Injectable()
export class HistoryService {
  timeline(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  journal(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
