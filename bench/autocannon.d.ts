/** The little of autocannon that the measurements use; it ships no types. */
declare module 'autocannon' {
  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    headers?: Record<string, string>;
    requests?: { setupRequest(request: Request): Request }[];
  };
  type Instance = PromiseLike<{ duration: number; errors: number; timeouts: number }> & {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): Instance;
  };
  const autocannon: (options: Options) => Instance;
  export = autocannon;
}
