// Finds names with compromise: texts as JSON lines {"text"} on stdin; for each, in order, a line
// {"seconds", "people", "places", "organisations"} on stdout, spans [start, end) in bytes of UTF-8.
// The time is that of compromise alone: of the clock or of the processor, whichever is less, so that a busy machine costs it nothing. A title before a name (compromise marks it) is left out, as the labels leave it out.
import nlp from 'compromise'
import { createInterface } from 'node:readline'

const views = { people: 'people', places: 'places', organisations: 'organizations' }

// names is the first and last UTF-16 offsets of each match. A match's own offset takes in the punctuation after it, so its words' are used.
function names(view) {
  return view.json({ offset: true }).flatMap(({ terms }) => {
    const first = terms.findIndex((t) => !t.tags.includes('Honorific'))
    if (first < 0) return []
    const last = terms[terms.length - 1]
    return [[terms[first].offset.start, last.offset.start + last.text.length]]
  })
}

// inBytes makes UTF-16 offsets of the text into offsets in its UTF-8. Spans are in order but for few, so it goes on from the last.
function inBytes(text) {
  let at = 0
  let bytes = 0
  const offset = (to) => {
    if (to < at) at = bytes = 0
    bytes += Buffer.byteLength(text.slice(at, to))
    at = to
    return bytes
  }
  return ([start, end]) => [offset(start), offset(end)]
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text } = JSON.parse(line)
  const started = performance.now()
  const used = process.cpuUsage()
  const doc = nlp(text)
  const found = Object.entries(views).map(([kind, method]) => [kind, doc[method]()])
  const { user, system } = process.cpuUsage(used)
  const seconds = Math.min((performance.now() - started) / 1000, (user + system) / 1e6)
  const answer = { seconds }
  for (const [kind, view] of found) answer[kind] = names(view).map(inBytes(text))
  process.stdout.write(JSON.stringify(answer) + '\n')
}
