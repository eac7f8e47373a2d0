package main

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// madeModule has one function with an instruction of each kind, and what stands before and after the functions.
func madeModule(body ...byte) []byte {
	body = append([]byte{1, 2, 0x7f}, body...) // two locals of one type
	code := append([]byte{1, byte(len(body))}, body...)
	out := append([]byte("\x00asm\x01\x00\x00\x00"), 1, 2, 'a', 'b', codeSection, byte(len(code)))
	return append(append(out, code...), 11, 3, 'x', 'y', 'z')
}

var everyKind = []byte{
	0x02, 0x40, 0x20, 1, 0x22, 0, 0x41, 0xff, 0x80, 0x7f, 0x42, 5, 0x43, 1, 2, 3, 4, 0x44, 1, 2, 3, 4, 5, 6, 7, 8, 0x10, 0x83, 1, 0x11, 4, 0,
	0x28, 2, 0x90, 1, 0x37, 3, 8, 0x3f, 0, 0x0e, 2, 0, 1, 0x80, 1, 0xfc, 10, 0, 0, 0xfc, 11, 0, 0xfc, 3, 0x0c, 0, 0x0d, 1, 0x6a, 0x0b, 0x0b,
}

func TestSplitSortsOperands(t *testing.T) {
	wasm := madeModule(everyKind...)
	s := splitter{wasm: wasm}
	if err := s.module(); err != nil {
		t.Fatal(err)
	}
	for part, want := range map[int]string{
		0x41: "\xff\x80\x7f", 0x42: "\x05", 0x43: "\x01\x02\x03\x04", 0x10: "\x83\x01", 0x11: "\x04\x00", 0x28: "\x02\x90\x01", 0x0e: "\x02\x00\x01\x80\x01", 0xfc: "\x0a\x00\x00\x0b\x00\x03",
		0: "\x02\x40\x20\x01\x22\x00\x41\x42\x43\x44\x10\x11\x28\x37\x3f\x0e\xfc\xfc\xfc\x0c\x0d\x6a\x0b\x0b",
		1: "\x00asm\x01\x00\x00\x00\x01\x02ab\x0a" + string([]byte{byte(len(everyKind) + 5)}) + "\x01" + string([]byte{byte(len(everyKind) + 3)}) + "\x01\x02\x7f\x0b\x03xyz",
	} {
		if string(s.parts[part]) != want {
			t.Errorf("part %#x: %q, want %q", part, s.parts[part], want)
		}
	}
	packed := split(wasm)
	for place, want := range map[int]int{splitPrefix: 15, splitCount: 1, splitSize: len(wasm)} {
		if got := binary.LittleEndian.Uint32(packed[4*place:]); got != uint32(want) {
			t.Errorf("number %d: %d, want %d", place, got, want)
		}
	}
	if len(packed) != 4*splitHead+len(wasm) {
		t.Errorf("%d bytes, want each of the %d once", len(packed)-4*splitHead, len(wasm))
	}
}

// TestSplitKeepsWhatItCannotRead: such a module goes out in one piece, behind the same numbers.
func TestSplitKeepsWhatItCannotRead(t *testing.T) {
	whole := madeModule(everyKind...)
	for name, wasm := range map[string][]byte{
		"empty": nil, "no functions": whole[:12], "cut": whole[:40], "a new instruction": madeModule(0xfd, 0), "a new one of those with a number": madeModule(0xfc, 12, 0, 0),
		"too long": madeModule(0x41), "not wasm": []byte("<!DOCTYPE html><title>Sign in</title>"),
	} {
		packed := split(wasm)
		head, rest := packed[:4*splitHead], packed[4*splitHead:]
		number := func(i int) int { return int(binary.LittleEndian.Uint32(head[4*i:])) }
		if !bytes.Equal(rest, wasm) || number(1) != len(wasm) || number(splitPrefix) != len(wasm) || number(splitCount) != 0 || number(splitSize) != len(wasm) {
			t.Errorf("%s: %d bytes of %d, %d functions", name, number(splitPrefix), len(wasm), number(splitCount))
		}
	}
}
