package entity

import "strings"

// otherTwin says whether the mention of a name that a country and a part of another country have is that of the part: it stands behind a city
// and a comma, as "Atlanta, Georgia" does, and the city is not the country's capital; or the text has it so, and nothing of the country.
func (d *resolver) otherTwin(m *Mention, key string) bool {
	country, ok := d.r.lexicon.twins[key]
	if !ok {
		return false
	}
	if d.behindCity(m, country) {
		return true
	}
	other, known := d.twins[key]
	if !known {
		other = d.meansOther(key, country)
		d.twins[key] = other
	}
	return other
}

// meansOther says whether the text has the name once as that of the part, and nothing of the country.
func (d *resolver) meansOther(key, country string) bool {
	for k := range d.mentions {
		if d.ofCountry(&d.mentions[k], country) {
			return false
		}
	}
	for _, k := range d.known[key].mentions {
		if d.behindCity(&d.mentions[k], country) {
			return true
		}
	}
	return false
}

// behindCity says whether the mention follows the name of a place, not of the country, and a comma.
func (d *resolver) behindCity(m *Mention, country string) bool {
	comma := d.before(m.Start)
	if d.form(comma) != "," {
		return false
	}
	at := d.mentionAt(d.doc.Tokens[comma].Start)
	return at >= 0 && d.mentions[at].Type == Location && d.mentions[at].End == d.doc.Tokens[comma].Start && !d.ofCountry(&d.mentions[at], country)
}

// ofCountry says whether the mention is the country's capital or its people.
func (d *resolver) ofCountry(m *Mention, country string) bool {
	if m.Type != Location && m.Type != Group {
		return false
	}
	for _, rel := range d.r.lexicon.related[d.folded(m.Of(d.doc.Text))] {
		if strings.EqualFold(rel.Name, country) {
			return true
		}
	}
	return false
}
