import { Injectable } from '@nestjs/common';

@Injectable()
export class NotesService {
  list(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  write(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
  remove(..._a: unknown[]): Promise<never> {
    throw new Error('skeleton');
  }
}
