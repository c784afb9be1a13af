package ooxml

import (
	"bytes"
	"encoding/binary"
	"io"
)

// oldMark begins a compound file, the format of Word and Excel 97–2003. A DOCX with a password is
// wrapped in one too.
const oldMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// streamName is how a compound file names a stream, in UTF-16.
func streamName(name string) []byte {
	var spelt []byte
	for _, letter := range []byte(name) {
		spelt = append(spelt, letter, 0)
	}
	return spelt
}

// recognise reports whether a file begins as a zip archive does. Other files that people take
// for a DOCX have an error of their own.
func recognise(file io.ReaderAt) (zipped bool, err error) {
	header := make([]byte, 512)
	n, err := file.ReadAt(header, 0)
	if err != nil && err != io.EOF {
		return false, err
	}
	if !bytes.HasPrefix(header[:n], []byte(oldMark)) {
		return bytes.HasPrefix(header[:n], []byte("PK\x03\x04")), nil
	}
	streams := oldDirectory(file, header)
	switch {
	case bytes.Contains(streams, streamName("EncryptedPackage")): // a package with a password
		return false, ErrEncrypted
	case bytes.Contains(streams, streamName("WordDocument")): // which may have a workbook in it
		return false, ErrOldWord
	case bytes.Contains(streams, streamName("Workbook")), bytes.Contains(streams, streamName("Book")):
		return false, ErrOldExcel
	}
	return false, ErrOldWord
}

// oldDirectory is the beginning of a compound file's list of streams. Its header states the
// sector where the list starts and the logarithm of a sector's length.
func oldDirectory(file io.ReaderAt, header []byte) []byte {
	shift := binary.LittleEndian.Uint16(header[30:])
	sector := binary.LittleEndian.Uint32(header[48:])
	if shift > 12 {
		return nil
	}
	directory := make([]byte, 4096)
	n, _ := file.ReadAt(directory, (int64(sector)+1)<<shift)
	return directory[:n]
}
