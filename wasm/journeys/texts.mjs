// The texts of the journeys, of our own writing. What they hold of each name is counted here, not by the engine.

export const TITLE = "Portugal and Spain agree to share the Tagus in dry years";
export const BYLINE = "By Ana Ribeiro, Lisbon, 12 March 2014";

export const BODY = [
  "Portugal and Spain agreed on Wednesday to share the water of the Tagus in dry years, after two summers in which farmers on both sides of the border lost a third of their harvest.",
  "“Nobody owns a river that crosses a border,” said Maria Santos, the environment minister of Portugal, after the talks in Lisbon. Santos had asked for such an agreement since the drought of 2012, when wells near the border ran dry.",
  "Under the agreement, Spain will let at least 27 percent of the water pass the dam at Alcántara in every month of a dry year. The European Union pays €40 million for new gauges, so that engineers in Madrid and Lisbon see the same figures on the same day.",
  "Carlos Ortega, who led the Spanish delegation, said that farmers in Spain would plant fewer fields of maize, and that each farmer would be told in spring. Maria Santos will see him again in Madrid in October.",
  "Environmental groups welcomed the agreement. The World Wide Fund for Nature (WWF) said the river had been treated as a canal for forty years. The WWF wants a minimum flow in wet years too.",
];

export const HEADLINES = [
  "Spain and Portugal reach deal over water of the Tagus",
  "Drought ruins maize harvest near the Spanish border",
  "Madrid museum opens new wing for modern painting",
  "Santos: agreement on Tagus river will hold in dry years",
  "Football club signs goalkeeper for two seasons",
  "Scientists find new species of beetle in a cave",
];

export const ARTICLE = [TITLE, BYLINE, ...BODY].join("\n\n");
export const PASTE = `${ARTICLE}\n\n\n${HEADLINES.join("\n")}\n`;

export const OTHER = [
  "Berlin opens a night train to Stockholm",
  "Germany and Sweden opened a night train between Berlin and Stockholm on Monday. It leaves Berlin at seven in the evening and crosses Denmark while its passengers sleep.",
  "“We had more bookings in a week than in the whole of last winter,” said Karin Lindberg, who runs the line from Stockholm.",
].join("\n\n");

// NAMES has names of one country, an abbreviation, and at its end words that are hardly names.
export const NAMES = [
  "Iran and Norway sign a treaty on gas in Tehran",
  "By Karin Lindberg, Tehran, 12 March 2014",
  "Iran and Norway signed a treaty on gas in Tehran on Wednesday, after talks that had lasted for three years. Hossein Karimi, the Iranian oil minister, called it a beginning. Karimi had met his colleague Ingrid Solberg in Oslo in January.",
  "The Shanghai Cooperation Organization (SCO) had asked both sides to wait. The SCO will discuss the treaty in Moscow in October, where Russian and Chinese ministers are expected. Iranian officials said that Iran had waited long enough.",
  "Kestrel fans met in the harbour. Ripple and the Corolla docked at noon, and Mark will tell them in May. Lantern was late. Harrier men carried the gas to the quay; the Osprey left. Whitewater will follow when Will comes. Drift is the name of a boat.",
].join("\n\n");

// FRENCH and RUSSIAN tell of a bridge and of a harbour; MIXED is in French, with a paragraph in Russian.
export const FRENCH = [
  "Le vieux pont de Saint-Aubin rouvre après trois ans de travaux",
  "Le pont de Saint-Aubin a rouvert lundi à la circulation, après trois ans de travaux et une dépense de 12 millions d’euros. Les premiers camions l’ont traversé avant l’aube, sous une pluie fine.",
  "« Ce pont est la mémoire de notre vallée », a déclaré Claire Delmas, la maire de la commune, devant une centaine d’habitants. Claire Delmas a promis que les ponts plus petits de la région seraient contrôlés avant la fin de l’année.",
  "Les ingénieurs ont remplacé les câbles et posé des capteurs qui mesurent le vent. Le pont doit désormais résister à des crues plus fortes que celle de 2018, quand la rivière avait emporté une pile.",
  "Des commerçants de Saint-Aubin espèrent le retour des visiteurs. Pendant les travaux, ils avaient perdu un tiers de leurs clients, et deux boutiques avaient fermé près de la rivière.",
].join("\n\n");

export const RUSSIAN = [
  "В Североморске открыли новую пристань для рыбаков",
  "Новую пристань для рыбаков открыли во вторник в Североморске. Старая пристань простояла сорок лет, и прошлой зимой её разрушил лёд.",
  "«Мы ждали эту пристань пять лет», — сказала Анна Громова, которая руководит портом. Анна Громова добавила, что рыбаки теперь смогут выходить в море и зимой.",
  "Строители поставили у пристани маяк и два крана. В порту надеются, что рыбаки, которые ушли на юг, вернутся домой уже весной.",
].join("\n\n");

export const MIXED = `${FRENCH}\n\n${RUSSIAN.split("\n\n")[2]}`;

// VOICES has three who speak, one of them twice, one retold, and one of whom nobody is told who it is.
export const SAID = [
  "“We will build it before the next winter,”", "“The ferry has had its time, and everybody here knows that.”", "“Nobody came to us before the plan was drawn,”",
  "“The bridge costs €40 million and the town has not got the half of it,”", "“We have waited since six in the morning,”",
];
export const RETOLD = "nobody on the island had been asked";
export const VOICES = [
  "Halden votes on a bridge to the island",
  "HALDEN, 12 March 2014",
  "The people of Halden will vote in May on a bridge to the island of Kirkholm, after a winter in which the ferry stood still for 31 days.",
  `${SAID[0]} said Maria Lindqvist, the mayor of Halden. ${SAID[1]} Lindqvist has led the town since 2009.`,
  `Peter Hallam speaks for the islanders. ${SAID[2]} Hallam said. He said that ${RETOLD}.`,
  `${SAID[3]} the treasurer told the council on Monday.`,
  `Two men with a dog were at the quay. ${SAID[4]} they said.`,
].join("\n\n");

// long is at least so many bytes of paragraphs, no two of them alike. It ends in no headlines.
export function long(bytes) {
  const parts = [TITLE];
  for (let size = 0, n = 1; size < bytes; n++) {
    const paragraph = `${BODY[n % BODY.length]} This is note ${n} of the record kept in Lisbon.`;
    parts.push(paragraph);
    size += Buffer.byteLength(paragraph) + 2;
  }
  return parts.join("\n\n");
}

// count is how often a word stands in a text.
export const count = (text, word) => text.split(word).length - 1;
