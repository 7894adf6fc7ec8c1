/** The apricot dot: waiting for you. The words beside it say so too. */
export const Dot = () => <span className="dot" aria-hidden="true" />;
