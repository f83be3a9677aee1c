package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed migrations/common/*.sql migrations/sqlite/*.sql
var migrations embed.FS

// engine is the folder of migrations for one database: the common ones and its
// own, seen as one flat folder.
type engine struct{ dirs []string }

func (e engine) Open(name string) (fs.File, error) {
	for _, d := range e.dirs {
		if f, err := migrations.Open(d + "/" + name); err == nil {
			return f, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists the migrations of all folders.
func (e engine) ReadDir(string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	for _, d := range e.dirs {
		list, err := migrations.ReadDir(d)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all, nil
}

// Stat lets goose see that the folder is there.
func (e engine) Stat(name string) (fs.FileInfo, error) {
	if name == "." {
		return fs.Stat(migrations, e.dirs[0])
	}
	f, err := e.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Stat()
}

var onSQLite = engine{[]string{"migrations/common", "migrations/sqlite"}}

func (s *Store) provider() (*goose.Provider, error) {
	return goose.NewProvider(database.DialectSQLite3, s.db, onSQLite)
}

// migrate brings the schema up to date, or says that it is from the future.
func (s *Store) migrate(ctx context.Context) error {
	if err := s.sameSchema(ctx); !errors.Is(err, errOldSchema) {
		return err
	}
	p, err := s.provider()
	if err != nil {
		return fmt.Errorf("preparing the desk: %w", err)
	}
	if _, err := p.Up(ctx); err != nil {
		return s.explain("preparing the desk", err)
	}
	return nil
}

var errOldSchema = errors.New("the desk was written by an older version of Stet; open it once for writing to bring it up to date")

// sameSchema compares the desk's schema with the program's, without writing.
func (s *Store) sameSchema(ctx context.Context) error {
	p, err := s.provider()
	if err != nil {
		return fmt.Errorf("reading the desk's schema: %w", err)
	}
	var tables int
	if err := s.db.QueryRowContext(ctx, "select count(*) from sqlite_master where name = 'goose_db_version'").Scan(&tables); err != nil {
		return s.explain("opening the desk", err)
	}
	if tables == 0 {
		return errOldSchema
	}
	var have int64
	if err := s.db.QueryRowContext(ctx, "select coalesce(max(version_id), 0) from goose_db_version where is_applied").Scan(&have); err != nil {
		return s.explain("opening the desk", err)
	}
	all := p.ListSources()
	want := all[len(all)-1].Version
	switch {
	case have > want:
		return fmt.Errorf("%w (schema %d; this program knows up to %d)", ErrNewer, have, want)
	case have < want:
		return errOldSchema
	}
	return nil
}

// explain gives a database error its kind, so that shells can say what to do.
func (s *Store) explain(doing string, err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
			return fmt.Errorf("%s: %w: %w", doing, ErrDamaged, err)
		case sqlite3.SQLITE_FULL:
			return fmt.Errorf("%s: %w", doing, ErrFull)
		case sqlite3.SQLITE_IOERR:
			return fmt.Errorf("%s: %w: %w", doing, ErrDisk, err)
		}
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// Errors of a disk. Nothing of the act was written.
var (
	ErrFull = errors.New("the disk is full")
	ErrDisk = errors.New("the disk could not be read or written")
)
