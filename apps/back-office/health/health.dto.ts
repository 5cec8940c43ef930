export class Liveness {
  status: 'ok';
}
