//! Where the invariants are tried: databases made on a server, each with things planted beside what
//! is managed, and a second account (a hostile one) whose sessions begin with other settings.

use super::dump::{Columns, Dump};
use super::hand::Hand;
use super::hostile;
use driftless::engine::{self, Catalog, Engine, Session, Target, Timeouts};
use driftless::intake::target_from_url;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Numbers the databases of all labs in this process apart.
static NEXT: AtomicUsize = AtomicUsize::new(0);

/// What stands beside the managed schema on PostgreSQL: objects in a namespace nobody declares.
const PLANTED: &str = include_str!("planted/postgres.sql");

/// What stands in another database of the same server.
const PLANTED_BESIDE: &str = include_str!("planted/mysql.sql");

/// A server, or a folder, where databases are made.
pub(crate) struct Lab {
    pub(crate) engine: Engine,
    /// Major and minor, as the server says.
    pub(crate) version: (u32, u32),
    folder: TempDir,
    /// The server's URL without a database.
    server: Option<url::Url>,
    /// The same for the account with hostile settings.
    hostile: Option<url::Url>,
    /// The database that new ones are copies of (PostgreSQL).
    template: String,
    /// What the engine said of what stands beside the databases, before any was made.
    beside: Option<Dump>,
}

/// One database.
pub(crate) struct World {
    pub(crate) engine: Engine,
    /// Its name on the server; the file's name on SQLite.
    pub(crate) name: String,
    /// Its address for an ordinary client.
    pub(crate) url: String,
    /// The same, by the account with hostile settings.
    hostile: String,
}

impl Lab {
    /// Opens the place the tests' environment names.
    pub(crate) async fn open(engine: Engine) -> Result<Self, String> {
        let variable = match engine {
            Engine::Postgres => Some("DRIFTLESS_TEST_POSTGRES_URL"),
            Engine::Mysql => Some("DRIFTLESS_TEST_MYSQL_URL"),
            Engine::Mariadb => Some("DRIFTLESS_TEST_MARIADB_URL"),
            Engine::Sqlite => None,
        };
        let server = variable.map(|variable| {
            let text = std::env::var(variable).unwrap_or_else(|_| {
                panic!("{variable} is not set; run the tests through `make test`")
            });
            url::Url::parse(&text).unwrap()
        });
        let mut lab = Self {
            engine,
            version: (0, 0),
            folder: tempfile::tempdir().map_err(|error| error.to_string())?,
            server,
            hostile: None,
            template: format!("planted_{}", number()),
            beside: None,
        };
        lab.prepare().await?;
        lab.version = lab.asked().await?;
        Ok(lab)
    }

    /// The server's version.
    async fn asked(&self) -> Result<(u32, u32), String> {
        let home = match self.engine {
            Engine::Sqlite => self.bare(),
            Engine::Postgres | Engine::Mysql | Engine::Mariadb => self.at(self.template.clone()),
        };
        let session = World::session(&home.target()).await?;
        let (major, minor, _) = session.server().version;
        session.close().await;
        Ok((major, minor))
    }

    async fn prepare(&mut self) -> Result<(), String> {
        let Some(server) = self.server.clone() else {
            return Ok(());
        };
        let mut hand = Hand::at(self.engine, &self.home()).await?;
        self.hostile = Some(hostile::account(self.engine, &mut hand, &server).await?);
        let beside = match self.engine {
            Engine::Postgres => {
                hand.run(&format!("CREATE DATABASE {}", self.template))
                    .await?;
                let mut inside = Hand::at(self.engine, &self.url_of(&self.template)).await?;
                inside.run(PLANTED).await?;
                inside.close().await;
                String::new()
            }
            Engine::Mysql | Engine::Mariadb => {
                format!(
                    "CREATE DATABASE {0}; USE {0}; {PLANTED_BESIDE}",
                    self.template
                )
            }
            Engine::Sqlite => String::new(),
        };
        hand.run(&beside).await?;
        hand.close().await;
        self.beside = Some(Dump::of(&self.at(self.template.clone())).await?);
        Ok(())
    }

    fn url_of(&self, database: &str) -> String {
        let server = self.server.as_ref().expect("this engine has a server");
        with(server, database)
    }

    /// A database that is always there.
    fn home(&self) -> String {
        match self.engine {
            Engine::Postgres => self.url_of("postgres"),
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => self.url_of("mysql"),
        }
    }

    fn at(&self, name: String) -> World {
        let scheme = |url: String| {
            if self.engine == Engine::Mariadb {
                url.replacen("mysql://", "mariadb://", 1)
            } else {
                url
            }
        };
        let (url, hostile) = if let (Some(server), Some(hostile)) = (&self.server, &self.hostile) {
            (scheme(with(server, &name)), scheme(with(hostile, &name)))
        } else {
            let url = format!("sqlite:{}", self.file(&name).display());
            (url.clone(), url)
        };
        World {
            engine: self.engine,
            name,
            url,
            hostile,
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.db"))
    }

    /// A folder for what a run leaves behind.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file that is not there yet (SQLite).
    pub(super) fn bare(&self) -> World {
        self.at(format!("world_{}", number()))
    }

    /// A new database that holds nothing but what is planted.
    pub(crate) async fn empty(&self) -> Result<World, String> {
        let world = self.at(format!("world_{}", number()));
        match self.engine {
            Engine::Postgres => {
                self.make(&world, &format!(" TEMPLATE {}", self.template))
                    .await?;
            }
            Engine::Mysql | Engine::Mariadb => self.make(&world, "").await?,
            Engine::Sqlite => {
                // Settings of the file that no statement of a plan may change.
                world
                    .load("PRAGMA application_id = 77; PRAGMA user_version = 12")
                    .await?;
            }
        }
        Ok(world)
    }

    /// A copy of a database that nobody is connected to; `scripts` are what made it.
    pub(super) async fn copy(&self, world: &World, scripts: &[&str]) -> Result<World, String> {
        let copy = self.at(format!("world_{}", number()));
        match self.engine {
            Engine::Postgres => {
                self.make(&copy, &format!(" TEMPLATE {}", world.name))
                    .await?;
            }
            Engine::Mysql | Engine::Mariadb => {
                self.make(&copy, "").await?;
                copy.load_all(scripts).await?;
            }
            Engine::Sqlite => {
                std::fs::copy(self.file(&world.name), self.file(&copy.name))
                    .map_err(|error| error.to_string())?;
            }
        }
        Ok(copy)
    }

    async fn make(&self, world: &World, how: &str) -> Result<(), String> {
        let mut hand = Hand::at(self.engine, &self.home()).await?;
        let made = hand
            .run(&format!("CREATE DATABASE {}{how}", world.name))
            .await;
        hand.close().await;
        made
    }

    /// Removes databases.
    pub(crate) async fn discard(&self, worlds: Vec<World>) -> Result<(), String> {
        if self.engine == Engine::Sqlite {
            for world in &worlds {
                std::fs::remove_file(self.file(&world.name)).map_err(|error| error.to_string())?;
            }
            return Ok(());
        }
        if worlds.is_empty() {
            return Ok(());
        }
        let mut hand = Hand::at(self.engine, &self.home()).await?;
        for world in &worlds {
            hand.run(&format!("DROP DATABASE {}", world.name)).await?;
        }
        hand.close().await;
        Ok(())
    }

    /// Drops what was planted. Nothing foreign was touched: it must be as it was.
    pub(crate) async fn close(self) -> Result<(), String> {
        let Some(beside) = &self.beside else {
            return Ok(());
        };
        let planted = self.at(self.template.clone());
        let differs = Dump::of(&planted)
            .await?
            .differences(beside, Columns::InOrder);
        self.discard(vec![planted]).await?;
        if differs.is_empty() {
            Ok(())
        } else {
            Err(format!("something foreign was touched\n{differs}"))
        }
    }
}

impl World {
    /// Where the program is sent.
    pub(crate) fn target(&self) -> Target {
        target_from_url(&self.url).unwrap()
    }

    /// Where it is sent as the account with hostile settings.
    pub(super) fn hostile(&self) -> Target {
        target_from_url(&self.hostile).unwrap()
    }

    /// A session of the program.
    pub(crate) async fn session(target: &Target) -> Result<Session, String> {
        engine::connect(target, &Timeouts::default())
            .await
            .map_err(|error| error.to_string())
    }

    /// Runs a script as the engine's own client would.
    pub(crate) async fn load(&self, script: &str) -> Result<(), String> {
        self.load_all(&[script]).await
    }

    /// The statements that a SQLite file keeps of its objects, in the order in which they were made,
    /// as `.dump` writes them.
    pub(crate) async fn script(&self) -> Result<String, String> {
        let mut hand = Hand::at(self.engine, &self.url).await?;
        // What SQLite makes by itself: the tables of a virtual table, and its own.
        let listed = hand
            .list(
                "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                 AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid",
            )
            .await;
        hand.close().await;
        Ok(format!(
            "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n{}\nCOMMIT;\n",
            listed?.join("\n")
        ))
    }

    /// Runs scripts, one after the other.
    pub(super) async fn load_all(&self, scripts: &[&str]) -> Result<(), String> {
        let mut hand = Hand::at(self.engine, &self.url).await?;
        let mut done = Ok(());
        for script in scripts {
            done = hand.run(script).await;
            if done.is_err() {
                break;
            }
        }
        hand.close().await;
        done
    }
}

fn number() -> String {
    format!(
        "{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    )
}

fn with(server: &url::Url, database: &str) -> String {
    let mut url = server.clone();
    url.set_path(&format!("/{database}"));
    url.to_string()
}
