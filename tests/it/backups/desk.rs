//! A database full of awkward rows, and ways to look at it that are not the program's own.

use crate::cases::database::{Database, Place, Server};
use driftless::backup::{
    BackupError, BackupScope, Into, Preference, Request, Restored, Taken, Tools, restore, take,
};
use driftless::engine::{self, Catalog, Engine, Executor, Scope, Session, Timeouts};
use driftless::intake::target_from_url;
use driftless::plan::Fingerprint;
use driftless::schema::Name;
use sqlx::{AssertSqlSafe, Connection, Row};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Numbers databases apart from those of other tests.
static NEXT: AtomicUsize = AtomicUsize::new(950_000);

pub(super) fn next() -> usize {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

pub(super) const SERVERS: [Engine; 3] = [Engine::Postgres, Engine::Mysql, Engine::Mariadb];

pub(super) const ENGINES: [Engine; 4] = [
    Engine::Sqlite,
    Engine::Postgres,
    Engine::Mysql,
    Engine::Mariadb,
];

pub(super) struct Desk {
    pub(super) engine: Engine,
    pub(super) database: Database,
    pub(super) folder: TempDir,
}

impl Desk {
    /// An empty database.
    pub(super) async fn bare(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = match engine {
            Engine::Sqlite => Place::Folder(tempfile::tempdir_in(folder.path()).unwrap()),
            Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
            Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
            Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
        };
        let database = Database::make(&place, engine, next()).await;
        if let Place::Folder(inner) = place {
            // Its folder goes with the outer one.
            let _ = inner.keep();
        }
        Self {
            engine,
            database,
            folder,
        }
    }

    /// A database with `parent`, `child`, a view and a trigger.
    pub(super) async fn full(engine: Engine) -> Self {
        let desk = Self::bare(engine).await;
        for script in scripts(engine) {
            desk.database.run(script).await.unwrap();
        }
        desk
    }

    pub(super) fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    pub(super) async fn session(&self) -> Session {
        engine::connect(&self.database.target(), &Timeouts::default())
            .await
            .unwrap()
    }

    pub(super) async fn take(
        &self,
        scope: BackupScope,
        preference: Preference,
        tables: &[&str],
        tools: &Tools,
    ) -> Result<Taken, BackupError> {
        let tables: Vec<Name> = tables.iter().map(|name| Name::bare(*name)).collect();
        let name = format!("backup-{}", next());
        let mut session = self.session().await;
        session.lock(std::time::Duration::ZERO).await.unwrap();
        let request = Request {
            target: &self.database.target(),
            scope,
            preference,
            tables: &tables,
            directory: &self.backups(),
            name: &name,
            now: jiff::Timestamp::now(),
            tools,
        };
        let taken = take(&mut session, &request).await;
        session.close().await;
        taken
    }

    /// The whole database by the best means there are.
    pub(super) async fn whole(&self) -> Taken {
        let tools = Tools::from_environment();
        self.take(BackupScope::Database, Preference::Best, &[], &tools)
            .await
            .unwrap()
    }

    /// A name for a new database, or a path for a new file.
    pub(super) fn new_name(&self) -> String {
        let name = format!("restored_{}_{}", std::process::id(), next());
        match self.engine {
            Engine::Sqlite => {
                let path = self.folder.path().join(name);
                path.to_string_lossy().into_owned()
            }
            Engine::Postgres | Engine::Mysql | Engine::Mariadb => name,
        }
    }

    pub(super) async fn restore(
        &self,
        taken: &Taken,
        into: &Into,
    ) -> Result<Restored, BackupError> {
        let tools = Tools::from_environment();
        let target = self.database.target();
        restore(&taken.folder, &target, into, &tools, jiff::Timestamp::now()).await
    }

    /// The URL of another database on the same server.
    pub(super) fn url_of(&self, name: &str) -> String {
        if self.engine == Engine::Sqlite {
            return format!("sqlite:{name}");
        }
        let mut url = url::Url::parse(&self.database.url).unwrap();
        url.set_path(&format!("/{name}"));
        url.to_string()
    }

    /// Drops what a restore made.
    pub(super) async fn forget(&self, name: &str) {
        if self.engine != Engine::Sqlite {
            let drop = format!("DROP DATABASE {name}");
            self.database.run(&drop).await.unwrap();
        }
    }

    /// Whether a database of that name, or a file at that path, is there.
    pub(super) async fn has(&self, name: &str) -> bool {
        let query = match self.engine {
            Engine::Sqlite => return std::path::Path::new(name).exists(),
            Engine::Postgres => {
                format!("SELECT datname::text FROM pg_database WHERE datname = '{name}'")
            }
            Engine::Mysql | Engine::Mariadb => format!(
                "SELECT CAST(SCHEMA_NAME AS CHAR) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '{name}'"
            ),
        };
        !lines(self.engine, &self.database.url, &query)
            .await
            .is_empty()
    }

    /// All rows of `parent` and `child` in order, every value as text.
    pub(super) async fn rows(&self, url: &str) -> Vec<String> {
        let mut all = Vec::new();
        for query in queries(self.engine) {
            all.extend(lines(self.engine, url, query).await);
        }
        all
    }

    /// Rows of `child` alone.
    pub(super) async fn children(&self, url: &str) -> Vec<String> {
        lines(self.engine, url, queries(self.engine)[1]).await
    }
}

pub(super) async fn fingerprint(url: &str) -> Fingerprint {
    let target = target_from_url(url).unwrap();
    let mut session = engine::connect(&target, &Timeouts::default())
        .await
        .unwrap();
    let schema = session.read(&Scope::default()).await.unwrap();
    let fingerprint = Fingerprint::of(session.server().engine, &schema);
    session.close().await;
    fingerprint
}

/// The first column of a query, as text.
pub(super) async fn lines(engine: Engine, url: &str, query: &str) -> Vec<String> {
    let query = AssertSqlSafe(query.to_owned());
    match engine {
        Engine::Sqlite => {
            let mut connection = sqlx::SqliteConnection::connect(url).await.unwrap();
            let rows = sqlx::query(query).fetch_all(&mut connection).await.unwrap();
            connection.close().await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
        Engine::Postgres => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            let rows = sqlx::query(query).fetch_all(&mut connection).await.unwrap();
            connection.close().await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
        Engine::Mysql | Engine::Mariadb => {
            let url = url.replacen("mariadb://", "mysql://", 1);
            let mut connection = sqlx::MySqlConnection::connect(&url).await.unwrap();
            let rows = sqlx::query(query).fetch_all(&mut connection).await.unwrap();
            connection.close().await.unwrap();
            rows.iter()
                .map(|row| String::from_utf8(row.get_unchecked::<Vec<u8>, _>(0)).unwrap())
                .collect()
        }
    }
}

const fn queries(engine: Engine) -> [&'static str; 2] {
    match engine {
        Engine::Postgres => [
            "SELECT p::text FROM parent p ORDER BY id",
            "SELECT c::text FROM child c ORDER BY id",
        ],
        Engine::Mysql | Engine::Mariadb => [
            "SELECT CAST(CONCAT_WS('|', id, big, wide, HEX(note), HEX(bytes), HEX(fixed), bits + 0, doc, \
             moment, day, span, exact, small + 0e0, large, choice, many, \
             HEX(ST_AsBinary(place)), twice, IF(nought IS NULL, 'NULL', nought)) AS BINARY) \
             FROM parent ORDER BY id",
            "SELECT CAST(CONCAT_WS('|', id, IF(parent IS NULL, 'NULL', parent), stamp) AS BINARY) \
             FROM child ORDER BY id",
        ],
        Engine::Sqlite => [
            "SELECT quote(id) || quote(big) || quote(real) || quote(note) || hex(note) || quote(bytes) \
             || quote(nought) || quote(mixed) || typeof(mixed) || quote(twice) FROM parent ORDER BY id",
            "SELECT quote(id) || quote(parent) || quote(stamp) FROM child ORDER BY id",
        ],
    }
}

/// Rows that a careless copy changes. The trigger would show if it ran while rows come back.
const fn scripts(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Postgres => &[
            "CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'ünï');
             CREATE TABLE parent (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, big bigint,
               exact numeric(30,10), small real, large double precision, note text, bytes bytea,
               bits bit(5), more bit varying, doc jsonb, raw json, day date, at timestamptz,
               span interval, id2 uuid, list text[], mood mood DEFAULT 'sad', net inet, flag boolean,
               twice bigint GENERATED ALWAYS AS (big * 2) STORED, nought text);
             COMMENT ON TABLE parent IS 'it''s ; here';
             CREATE TABLE child (id serial PRIMARY KEY, parent bigint REFERENCES parent (id)
               ON DELETE CASCADE, stamp text);
             CREATE INDEX child_parent ON child (parent) WHERE stamp IS NOT NULL;
             CREATE VIEW both_of_them AS SELECT p.id, c.stamp FROM parent p JOIN child c ON c.parent = p.id;
             CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
               BEGIN NEW.stamp := NEW.stamp || '; touched'; RETURN NEW; END $$;
             CREATE TRIGGER touched BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION touch();",
            r#"INSERT INTO parent (id, big, exact, small, large, note, bytes, bits, more, doc, raw, day, at,
                 span, id2, list, mood, net, flag) VALUES
               (0, 4611686018427387903, -12345678901234567890.0123456789, 0.1, 'NaN', E'a''b"c\\d;\n-- e\té😀', '\x00ff27', B'10101', B'1',
                '{"a": [1, null, "\"x\""]}', '{ "b" :1,"b":2}', '0044-03-15 BC', '2026-02-28 23:59:59.999999+00',
                '1 mon -2 days 03:04:05.6', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', ARRAY['x', NULL, 'y,"z'],
                'it''s ok', '::1', true),
               (7, -4611686018427387904, 0, '-Infinity', 1e-300, '', '', B'00000', B'', 'null', '""', 'infinity',
                '-infinity', '0', NULL, '{}', 'ünï', '10.0.0.0/8', false),
               (8, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
               INSERT INTO child (parent, stamp) VALUES (0, 'first'), (7, NULL), (NULL, 'orphan by choice');"#,
        ],
        Engine::Mysql | Engine::Mariadb => &[
            "CREATE TABLE parent (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, big bigint unsigned,
               wide bigint, note text, bytes blob, fixed binary(4), bits bit(9), doc json, moment datetime(6),
               day date, span time(3), exact decimal(30,10), small float, `large` double,
               choice enum('a','it''s','ü'), many set('x','y','z'), place point,
               twice bigint GENERATED ALWAYS AS (wide * 2) STORED, half bigint AS (wide DIV 2) VIRTUAL,
               nought text) COMMENT 'it''s ; here';
             CREATE TABLE child (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, parent bigint unsigned,
               stamp varchar(40) COLLATE utf8mb4_bin, KEY child_parent (parent),
               CONSTRAINT child_to_parent FOREIGN KEY (parent) REFERENCES parent (id) ON DELETE CASCADE);
             CREATE VIEW both_of_them AS SELECT p.id, c.stamp FROM parent p JOIN child c ON c.parent = p.id;
             CREATE TRIGGER touched BEFORE INSERT ON child FOR EACH ROW SET NEW.stamp = CONCAT(NEW.stamp, '; touched');",
            "INSERT INTO parent (id, big, wide, note, bytes, fixed, bits, doc, moment, day, span, exact,
               small, `large`, choice, many, place) VALUES
               (1, 18446744073709551615, -4611686018427387903, 'a''b\"c\\\\d;\\n-- e\\té😀\\0 (1),(2)', X'00FF275C', X'00000001', b'101010101',
                '{\"a\": [1, null, \"x\"]}', '2026-02-28 23:59:59.999999', '1000-01-01', '-838:59:58.999',
                -12345678901234567890.0123456789, 0.1, 1e-300, 'it''s', 'x,z', ST_GeomFromText('POINT(1 -2.5)')),
               (7, 0, 4611686018427387903, '', '', X'', b'0', '[]', '1000-01-01 00:00:00', '9999-12-31', '00:00:00', 0,
                3.4028e38, -0.5, 'ü', '', NULL),
               (9, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
             INSERT INTO child (parent, stamp) VALUES (1, 'first'), (7, NULL), (NULL, 'orphan by choice');",
        ],
        Engine::Sqlite => &[
            "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, big INTEGER, real REAL, note TEXT,
               bytes BLOB, nought TEXT, mixed, twice INTEGER GENERATED ALWAYS AS (big + big) VIRTUAL);
             CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE,
               stamp TEXT);
             CREATE INDEX child_parent ON child (parent) WHERE stamp IS NOT NULL;
             CREATE VIEW both_of_them AS SELECT p.id, c.stamp FROM parent p JOIN child c ON c.parent = p.id;
             CREATE TRIGGER touched AFTER INSERT ON child BEGIN
               UPDATE child SET stamp = stamp || '; touched' WHERE id = NEW.id; END;",
            "INSERT INTO parent (id, big, real, note, bytes, mixed) VALUES
               (1, 4611686018427387903, 0.1, 'a''b\"c\\d;' || char(10) || '-- é😀' || char(0) || 'x', x'00ff27', '1'),
               (7, -4611686018427387904, 1e-300, '', x'', 1), (9, NULL, NULL, NULL, NULL, x'31');
             INSERT INTO child (parent, stamp) VALUES (1, 'first'), (7, NULL), (NULL, 'orphan by choice');",
        ],
    }
}

/// The program of that name on `PATH`, of the right product: their folders come first there.
pub(super) fn which(name: &str) -> std::path::PathBuf {
    let path = std::env::var_os("PATH").unwrap();
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("{name} is not on PATH; run the tests through `make test`"))
}

pub(crate) fn script(path: &std::path::Path, text: &str) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(path, format!("#!/bin/sh\n{text}\n")).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}
