package main

import (
	"encoding/binary"
	"fmt"
)

// Hosts that don't compress are asked for the wasm as a gzip file. Deflate looks back 32 kB, so that the operands between the instructions hide
// from it what repeats: sorted apart, by the instruction that they belong to, the file is a seventh smaller. web/js/split.js puts them together.
//
// A split file begins with splitHead numbers of 32 bits, little-endian. Most are the lengths of the parts that follow, in that order: part 0 holds the
// instructions, with the operands of those that say more about their neighbours than about their like; part 1 all that is no instruction, and each
// other part the operands of the instruction of its number. Three numbers, of instructions that have no part, tell of the whole.
const (
	splitHead   = 256
	splitPrefix = 2 // bytes of part 1 before the first function
	splitCount  = 3 // functions
	splitSize   = 4 // bytes of the wasm
)

// split sorts the bytes of a wasm module. One that it can't read, for a newer toolchain uses other instructions, is kept in one piece.
func split(wasm []byte) []byte {
	s := splitter{wasm: wasm}
	if err := s.module(); err != nil {
		s = splitter{wasm: wasm}
		s.copyTo(1, len(wasm))
		s.prefix = len(wasm)
	}
	out := make([]byte, 4*splitHead, 4*splitHead+len(wasm))
	for i, part := range s.parts {
		n := len(part)
		switch i {
		case splitPrefix:
			n = s.prefix
		case splitCount:
			n = s.count
		case splitSize:
			n = len(wasm)
		}
		binary.LittleEndian.PutUint32(out[4*i:], uint32(n))
		out = append(out, part...)
	}
	return out
}

type splitter struct {
	wasm          []byte
	at            int
	parts         [splitHead][]byte
	prefix, count int
	broken        bool // the end came in the middle
}

// copyTo moves n bytes to the part.
func (s *splitter) copyTo(part, n int) {
	if n < 0 || n > len(s.wasm)-s.at {
		s.broken = true
		n = len(s.wasm) - s.at
	}
	s.parts[part] = append(s.parts[part], s.wasm[s.at:s.at+n]...)
	s.at += n
}

// leb moves a number in LEB128 to the part, and gives its lower bits.
func (s *splitter) leb(part int) int {
	value := uint64(0)
	for shift := uint(0); s.at < len(s.wasm); shift += 7 {
		b := s.wasm[s.at]
		s.copyTo(part, 1)
		value |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return int(value & 0x7fffffff)
		}
	}
	s.broken = true
	return 0
}

// codeSection is the number of the section that holds the functions' instructions (WebAssembly core specification, section 5.5.13).
const codeSection = 10

func (s *splitter) module() error {
	s.copyTo(1, 8)
	for s.at < len(s.wasm) && !s.broken {
		id := s.wasm[s.at]
		s.copyTo(1, 1)
		size := s.leb(1)
		if id != codeSection {
			s.copyTo(1, size)
			continue
		}
		s.count = s.leb(1)
		s.prefix = len(s.parts[1])
		for range s.count {
			if err := s.function(); err != nil {
				return err
			}
		}
	}
	if s.broken || s.count == 0 {
		return fmt.Errorf("the module is not whole")
	}
	return nil
}

func (s *splitter) function() error {
	size := s.leb(1)
	end := s.at + size
	for n := s.leb(1); n > 0 && !s.broken; n-- { // locals: how many, and their type
		s.leb(1)
		s.copyTo(1, 1)
	}
	for s.at < end && !s.broken {
		op := s.wasm[s.at]
		s.copyTo(0, 1)
		if !s.operands(op) {
			return fmt.Errorf("instruction %#x is not known", op)
		}
	}
	if s.at != end {
		return fmt.Errorf("a function is longer than it says")
	}
	return nil
}

// operands moves those of one instruction (section 5.4); false for one that is not known.
func (s *splitter) operands(op byte) bool {
	part := int(op)
	if op < 0x0c || 0x20 <= op && op < 0x28 { // blocks, variables
		part = 0
	}
	switch {
	case op <= 1, op == 5, op == 0x0b, op == 0x0f, op == 0x1a, op == 0x1b, 0x45 <= op && op <= 0xc4:
	case 2 <= op && op <= 4, op == 0x0c, op == 0x0d, op == 0x10, 0x20 <= op && op <= 0x24, 0x3f <= op && op <= 0x42:
		s.leb(part)
	case op == 0x11, 0x28 <= op && op <= 0x3e:
		s.leb(part)
		s.leb(part)
	case op == 0x0e: // a table of branches, and the default
		for n := s.leb(part) + 1; n > 0 && !s.broken; n-- {
			s.leb(part)
		}
	case op == 0x43:
		s.copyTo(part, 4)
	case op == 0x44:
		s.copyTo(part, 8)
	case op == 0xfc:
		switch n := s.leb(part); {
		case n == 10: // memory.copy
			s.copyTo(part, 2)
		case n == 11: // memory.fill
			s.copyTo(part, 1)
		case n > 7:
			return false
		}
	default:
		return false
	}
	return true
}
