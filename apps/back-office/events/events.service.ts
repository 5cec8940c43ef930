import { Injectable } from '@nestjs/common';

@Injectable()
export class EventsService {
  confirm(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
