// Saving and copying what was found: the report as JSON, each list as CSV. The worker writes them, since
// it holds the whole report. Unsure names are in them while they are shown.

const NAMES = { json: "report.json", entities: "names.csv", keywords: "keywords.csv", phrases: "phrases.csv", quotes: "quotes.csv", headlines: "headlines.csv", numbers: "dates-and-amounts.csv" };

export async function saveList(reader, list) {
  const bytes = await reader.engine.ask(list, reader.marks.guesses);
  const type = list === "json" ? "application/json" : "text/csv;charset=utf-8";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = `gloss-${NAMES[list]}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export async function copyList(reader, list) {
  const text = reader.engine.ask(list, reader.marks.guesses).then((bytes) => new TextDecoder().decode(bytes));
  await navigator.clipboard.writeText(await text);
}
