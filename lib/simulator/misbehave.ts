import { GraphError } from './graph-error';
import type { Simulator } from './simulator';

/** Refuses the call when a person asked for that; nothing is sent then. */
export const refuseIfAsked = (simulator: Simulator): void => {
  const { refuseNext } = simulator.misbehaviour;
  if (!refuseNext) return;
  simulator.misbehave({
    refuseNext: refuseNext.times > 1 ? { ...refuseNext, times: refuseNext.times - 1 } : null,
  });
  throw new GraphError(refuseNext.code, 'Refused because the simulator was asked to.');
};

/** Whether this answer is one of those that a person asked to be lost. */
export const takeDrop = (simulator: Simulator): boolean => {
  const left = simulator.misbehaviour.dropAnswers;
  if (left > 0) simulator.misbehave({ dropAnswers: left - 1 });
  return left > 0;
};
