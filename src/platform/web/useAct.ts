import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalOf, type RefusalValue } from './refusalValue.ts';

/** Something a person does: run it, see whether it runs, see why it was refused. */
export type Act<In, Out> = {
  run: (input: In) => void;
  running: boolean;
  refusal: RefusalValue | undefined;
  value: Out | undefined;
  clear: () => void;
};

/** Does something on the server; afterwards everything the page reads is read again. */
export function useAct<In, Out>(perform: (input: In) => Promise<Out>, options: { done?: (out: Out, input: In) => void } = {}): Act<In, Out> {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: perform,
    onSuccess: async (out, input) => {
      options.done?.(out, input);
      await client.invalidateQueries();
    },
  });
  return {
    run: (input) => { if (!mutation.isPending) mutation.mutate(input); },
    running: mutation.isPending,
    refusal: mutation.error ? refusalOf(mutation.error) : undefined,
    value: mutation.data,
    clear: mutation.reset,
  };
}
