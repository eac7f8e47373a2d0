package report

import "slices"

// Link leads from one entity of a summary to another of the same country. Each keeps its own mentions and its own count.
type Link struct {
	Entity   int    `json:"entity"`   // index into the summary's entities
	Relation string `json:"relation"` // what that one is of the country: "country" itself, "demonym" or "capital"
}

// links are the ties between entities, by country.
type links struct {
	list      []Entity
	countries map[string]int    // the place that bears a name or an alias
	members   map[string][]Link // by home: what belongs to the country, in order
}

func linksOf(list []Entity) *links {
	l := &links{list: list, countries: map[string]int{}, members: map[string][]Link{}}
	bear := func(name string, i int) {
		if _, taken := l.countries[name]; !taken && list[i].Type == "LOC" {
			l.countries[name] = i
		}
	}
	for i, e := range list {
		bear(e.Name, i)
	}
	for i, e := range list {
		for _, a := range e.Aliases {
			bear(a, i)
		}
	}
	for i, e := range list {
		for _, r := range e.Related {
			home := l.home(r.Name)
			l.members[home] = append(l.members[home], Link{i, r.Relation})
		}
	}
	return l
}

// home is the one name of a country in this text: that of the entity which bears the name, or the name itself.
func (l *links) home(country string) string {
	if i, ok := l.countries[country]; ok {
		return l.list[i].Name
	}
	return country
}

// of is the links of the ith entity: to its countries, then to what else belongs to these, or to itself if it is one.
func (l *links) of(i int) []Link {
	out := []Link{}
	add := func(link Link) {
		if link.Entity != i && !slices.ContainsFunc(out, func(o Link) bool { return o.Entity == link.Entity }) {
			out = append(out, link)
		}
	}
	e := l.list[i]
	for _, r := range e.Related {
		if c, ok := l.countries[r.Name]; ok {
			add(Link{c, "country"})
		}
	}
	for _, r := range e.Related {
		for _, m := range l.members[l.home(r.Name)] {
			add(m)
		}
	}
	if c, ok := l.countries[e.Name]; ok && c == i {
		for _, m := range l.members[e.Name] {
			add(m)
		}
	}
	return out
}

// elsewhere is the ith entity's relations to countries that none of the list is.
func (l *links) elsewhere(i int) []Relation {
	out := []Relation{}
	for _, r := range l.list[i].Related {
		if _, named := l.countries[r.Name]; !named {
			out = append(out, r)
		}
	}
	return out
}
