package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// writeSite makes the folder hold the files, with their compressed forms beside them as name.br and name.gz, and nothing else but .gitkeep.
// Only what has changed is written. A folder that holds other things than a site is refused, so that a slip of -out deletes nothing.
func writeSite(dir string, files []file) error {
	if err := checkOwn(dir); err != nil {
		return err
	}
	keep := map[string]bool{".gitkeep": true}
	for _, f := range files {
		for ext, data := range map[string][]byte{"": f.data, ".br": f.br, ".gz": f.gz} {
			if data == nil {
				continue
			}
			keep[filepath.FromSlash(f.path+ext)] = true
			if err := writeChanged(filepath.Join(dir, filepath.FromSlash(f.path+ext)), data); err != nil {
				return err
			}
		}
	}
	return deleteOthers(dir, keep)
}

// checkOwn says whether the folder may be taken: it does not exist, is empty, or was written by writeSite before.
func checkOwn(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		if os.IsNotExist(err) {
			return nil
		}
		return err
	}
	for _, e := range entries {
		if e.Name() == ".gitkeep" || e.Name() == "site.json" {
			return nil
		}
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s holds other things than a site; choose an empty folder", dir)
	}
	return nil
}

func writeChanged(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return writeWhole(name, data)
}

// writeWhole writes under another name first, so that a build that is stopped leaves no half of a file.
func writeWhole(name string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(name), ".part-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// deleteOthers deletes the files below dir that are not to be kept, and the folders that are left empty.
func deleteOthers(dir string, keep map[string]bool) error {
	var folders []string
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if e.IsDir() {
			if rel != "." {
				folders = append(folders, name)
			}
			return nil
		}
		if keep[rel] {
			return nil
		}
		return os.Remove(name)
	})
	if err != nil {
		return err
	}
	for i := len(folders) - 1; i >= 0; i-- { // a folder stands after the one it is in
		left, err := os.ReadDir(folders[i])
		if err != nil {
			return err
		}
		if len(left) == 0 {
			if err := os.Remove(folders[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
