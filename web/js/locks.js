// Names that one tab at a time may hold, by the Web Locks API. A browser without it lets every tab have every name.

const full = (name) => `gloss-tab-${name}`;

// hold takes a name for as long as the page lives and gives what lets it go; null when another tab has it.
export function hold(name, options) {
  if (!navigator.locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    const keep = (lock) => lock && new Promise((release) => resolve(release));
    navigator.locks.request(full(name), options, keep).then(() => resolve(null), () => resolve(null));
  });
}

// within does act while it holds the name; nothing when another tab has it.
export function within(name, act) {
  if (!navigator.locks) return act();
  return navigator.locks.request(full(name), { ifAvailable: true }, (lock) => lock && act()).catch(() => {});
}
