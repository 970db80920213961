namespace JingJian.Archive.Store;

/// <summary>The tables of the store, by version. A released version is never edited; the next one migrates from it.</summary>
internal static class Schema
{
    /// <summary>The version that this code reads and writes.</summary>
    public const int Version = 10;

    /// <summary>What leads from each version to the next, the first from 1 to 2.</summary>
    public static readonly string[] Migrations =
    [
        """
        -- What a report says of itself, as its view; null where the source was analysed before.
        ALTER TABLE report ADD COLUMN facts TEXT;
        -- The version of the analysis that the reports and blocks of a source come from.
        ALTER TABLE source ADD COLUMN analysis INTEGER NOT NULL DEFAULT 0;
        -- Short lines at the top and the end of a source: what many sources repeat there is a web site's.
        CREATE TABLE edge_line (
            source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            PRIMARY KEY (text, source)
        ) WITHOUT ROWID;
        CREATE INDEX edge_line_by_source ON edge_line (source);
        """,
        """
        -- What people said about sources and matches: user data, never recomputed. Targets are the stable ids of sources,
        -- reports and paragraphs, so they survive a rebuild and hold for the same files in another archive.
        CREATE TABLE mark (
            target TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            reason TEXT NOT NULL,
            noted_at TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE exclusion (
            id INTEGER PRIMARY KEY,
            a TEXT NOT NULL,
            b TEXT NOT NULL,
            reason TEXT NOT NULL,
            noted_at TEXT NOT NULL,
            UNIQUE (a, b)
        );
        """,
        """
        -- The lines at the edges of a source by their block; nothing was ever written to the table of that name before.
        ALTER TABLE source DROP COLUMN analysis;
        DROP TABLE edge_line;
        CREATE TABLE edge_line (
            block INTEGER PRIMARY KEY REFERENCES block(id) ON DELETE CASCADE,
            source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
            text TEXT NOT NULL
        );
        CREATE INDEX edge_line_by_text ON edge_line (text);
        """,
        """
        -- Why a block has its function, one reason a line; whether the answer is too unsure to count as decided; whether a person
        -- gave it; and of a heading what its whole section does. Filled in when the sources are labelled again, at the next opening.
        ALTER TABLE block ADD COLUMN because TEXT NOT NULL DEFAULT '';
        ALTER TABLE block ADD COLUMN undecided INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE block ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE block ADD COLUMN section_function INTEGER;
        ALTER TABLE block ADD COLUMN section_secondary INTEGER;
        ALTER TABLE block ADD COLUMN section_share REAL;
        -- The functions that people gave: user data, never recomputed. A text in its place is known by the hashes of its words
        -- and of the nearest heading above; source and line are where it was seen.
        CREATE TABLE correction (
            text TEXT NOT NULL,
            place TEXT NOT NULL,
            function TEXT NOT NULL,
            secondary TEXT,
            note TEXT NOT NULL,
            source TEXT NOT NULL,
            line INTEGER NOT NULL,
            excerpt TEXT NOT NULL,
            noted_at TEXT NOT NULL,
            PRIMARY KEY (text, place)
        ) WITHOUT ROWID;
        """,
        """
        -- Searches that people keep: user data, never recomputed. Sources with a key above the seen one came in after the last look.
        CREATE TABLE saved_search (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            wish TEXT NOT NULL,
            seen_source INTEGER NOT NULL,
            saved_at TEXT NOT NULL,
            seen_at TEXT NOT NULL
        );
        """,
        """
        -- Sources that must be kept: user data. The id of the source, why, and since when.
        CREATE TABLE hold (
            source TEXT PRIMARY KEY,
            reason TEXT NOT NULL,
            noted_at TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
        """
        -- What may be shown to whom: each source is in one collection, those that were there before in the first.
        -- A number is never given again: whoever was granted a collection that is gone must not see another.
        CREATE TABLE collection (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE
        );
        INSERT INTO collection (id, name) VALUES (1, '默认分库');
        CREATE TABLE placement (
            source INTEGER PRIMARY KEY REFERENCES source(id) ON DELETE CASCADE,
            collection INTEGER NOT NULL REFERENCES collection(id)
        );
        CREATE INDEX placement_by_collection ON placement (collection);
        INSERT INTO placement (source, collection) SELECT id, 1 FROM source;
        -- Searches of people who see some collections only are their own; those of all others are shared (no owner).
        CREATE TABLE kept_search (
            id INTEGER PRIMARY KEY,
            owner TEXT NOT NULL,
            name TEXT NOT NULL,
            wish TEXT NOT NULL,
            seen_source INTEGER NOT NULL,
            saved_at TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            UNIQUE (owner, name)
        );
        INSERT INTO kept_search (id, owner, name, wish, seen_source, saved_at, seen_at) SELECT id, '', name, wish, seen_source, saved_at, seen_at FROM saved_search;
        DROP TABLE saved_search;
        ALTER TABLE kept_search RENAME TO saved_search;
        """,
        """
        -- What auditors said of findings: user data. A finding is known by its report and a hash of kind, place and words.
        CREATE TABLE verdict (
            finding TEXT PRIMARY KEY,
            verdict TEXT NOT NULL,
            reason TEXT NOT NULL,
            who TEXT NOT NULL,
            noted_at TEXT NOT NULL
        ) WITHOUT ROWID;
        """,
        """
        -- Sources are asked for by name as often as by id.
        CREATE INDEX source_by_name ON source (name);
        """,
    ];

    /// <summary>Makes an empty store of version 1.</summary>
    public const string Create = """
        -- One file as received; the content is the only thing here that cannot be recomputed.
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            content BLOB NOT NULL,
            encoding TEXT NOT NULL,
            confidence REAL NOT NULL,
            added_at TEXT NOT NULL
        );
        CREATE TABLE report (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            title TEXT NOT NULL,
            has_title INTEGER NOT NULL,
            year INTEGER,
            organisation TEXT,
            type INTEGER NOT NULL,
            UNIQUE (source, position)
        );
        CREATE TABLE block (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
            report INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            level INTEGER NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            line INTEGER NOT NULL,
            line_end INTEGER NOT NULL,
            text TEXT NOT NULL,
            pieces BLOB NOT NULL,
            sections BLOB NOT NULL,
            damage INTEGER NOT NULL,
            function INTEGER NOT NULL,
            secondary INTEGER,
            confidence REAL NOT NULL,
            UNIQUE (source, ordinal)
        );
        CREATE INDEX block_by_report ON block (report, ordinal);
        -- What the reuse stage found among all paragraphs; recomputed as a whole.
        CREATE TABLE pair (
            a INTEGER NOT NULL,
            b INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            ratio REAL NOT NULL,
            cover REAL NOT NULL,
            evidence TEXT NOT NULL,
            PRIMARY KEY (a, b)
        ) WITHOUT ROWID;
        CREATE INDEX pair_by_b ON pair (b);
        CREATE TABLE family (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            medoid INTEGER NOT NULL,
            copies INTEGER NOT NULL
        );
        CREATE TABLE family_member (
            block INTEGER PRIMARY KEY,
            family INTEGER NOT NULL REFERENCES family(id)
        );
        CREATE INDEX family_member_by_family ON family_member (family);
        -- Runs of ingest: one without an end was cut off.
        CREATE TABLE ingest_run (
            id INTEGER PRIMARY KEY,
            started_at TEXT NOT NULL,
            ended_at TEXT
        );
        CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        """;
}
