/** Lets others have their turn: an object answers nobody while it computes. */
export const letOthers = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
