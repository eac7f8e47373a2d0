// held runs in the page before its scripts. While window.held is true, an engine that has found its first names gets no further: it gives
// signs of life, and that is all, however quick the machine is.
export function held() {
  window.held = true;
  const Quick = globalThis.Worker;
  globalThis.Worker = class extends Quick {
    set onmessage(hear) {
      let found = 0, progress = null;
      super.onmessage = (e) => {
        const { type } = e.data;
        const further = type === "result" || found > 1 && (type === "marks" || type === "progress");
        if (type === "marks") found++;
        if (type === "progress" && !further) progress = e;
        if (!window.held || !further) return hear(e);
        this.life ??= setInterval(() => hear(progress), 500);
      };
    }
    terminate() {
      clearInterval(this.life);
      super.terminate();
    }
  };
}
