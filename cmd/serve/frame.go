package main

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// basePolicy is the Content-Security-Policy but for who may frame the page.
const basePolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "

// policy is the Content-Security-Policy of the answer to a path. Only /embed is made to be framed by others; only /demo, which shows it, holds a frame.
func (s *site) policy(path string) string {
	switch path {
	case s.base + "embed", s.base + "embed/":
		return basePolicy + s.embedders
	case s.base + "demo", s.base + "demo/":
		return basePolicy + "'self'; frame-src 'self'"
	}
	return basePolicy + "'self'"
}

// parseEmbedders reads what the flag -frame-ancestors was given, "*" or origins with spaces between, and gives the sources for the policy's
// frame-ancestors. The site itself may always frame /embed; it alone when nothing is given.
func parseEmbedders(given string) (string, error) {
	if i := strings.IndexFunc(given, func(r rune) bool { return r < ' ' || r == 0x7f || strings.ContainsRune(`'";,`, r) }); i >= 0 {
		return "", fmt.Errorf("%q has %q at byte %d: give origins with spaces between, such as \"https://a.example https://b.example\"", given, given[i], i)
	}
	sources := []string{"'self'"}
	for origin := range strings.SplitSeq(given, " ") {
		if origin == "" {
			continue
		}
		if origin == "*" {
			if strings.Trim(given, " ") != "*" {
				return "", fmt.Errorf("%q: * is everyone, so that it stands alone", given)
			}
			return "*", nil
		}
		if !isOrigin(origin) {
			return "", fmt.Errorf("%q is not an origin: give scheme, host and port alone, such as https://a.example or http://localhost:8001", origin)
		}
		sources = append(sources, origin)
	}
	return strings.Join(sources, " "), nil
}

// isOrigin says whether the text is an http or https origin that a policy can state: CSP's host-source (Level 3, section 2.3.1) without wildcards
// and path. That leaves out addresses in brackets, and names in other scripts unless in their xn-- form.
func isOrigin(text string) bool {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.EqualFold(text, u.Scheme+"://"+u.Host) {
		return false
	}
	host, port, hasPort := strings.Cut(u.Host, ":")
	if n, err := strconv.ParseUint(port, 10, 16); hasPort && (err != nil || n == 0) {
		return false
	}
	for label := range strings.SplitSeq(host, ".") {
		if label == "" || strings.Trim(label, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
			return false
		}
	}
	return true
}
