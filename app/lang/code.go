package lang

import "strings"

// Base is the code of the language that a BCP 47 code names, without its region and script: "pt" for "pt-BR". Bokmål and Nynorsk are Norwegian, as the
// registry of language subtags has them under the macrolanguage "no".
func Base(code string) string {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(code, "_", "-")), "-")
	switch base {
	case "nb", "nn":
		return "no"
	}
	return base
}
