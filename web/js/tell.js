// What the scripts have to say to the Go page (app/page/events.go), kept until it is there to hear it.

const waiting = [];
let hear = null;

// tell says that something has come about; a detail that is no string goes as JSON.
export function tell(type, detail) {
  const words = typeof detail === "string" ? detail : JSON.stringify(detail ?? null);
  if (hear) hear(type, words);
  else waiting.push([type, words]);
}

export function listen(fn) {
  hear = fn;
  waiting.splice(0).forEach(([type, words]) => fn(type, words));
}

// heard says whether the Go page is there.
export const heard = () => hear !== null;
