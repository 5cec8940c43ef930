import { Injectable } from '@nestjs/common';

@Injectable()
export class MessagesService {
  list(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  send(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
