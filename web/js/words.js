// The page's own words, as far as scripts say them: the texts of app/page/words.txt whose keys begin with "script.", which cmd/bundle gives as texts.js.

import texts from "./texts.js";

export const say = (key, values) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
