// Tells the frame and the screens that the register has changed, so that what they show can be asked for again.

let count = $state(0);

export const changed = {
  /** Read inside an effect or derived: it runs again after every change. */
  get count(): number {
    return count;
  },
};

/** Call after a command that wrote something has been acknowledged. */
export function announceChange(): void {
  count += 1;
}
