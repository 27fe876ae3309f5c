/** Gathers what comes in a burst and hands it on at once, at most every `everyMs`. */
export function gather<T>(handOn: (all: T[]) => void, everyMs = 700) {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    add(item: T) {
      waiting.push(item)
      timer ??= setTimeout(() => {
        const all = waiting
        waiting = []
        timer = undefined
        handOn(all)
      }, everyMs)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
