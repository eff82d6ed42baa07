//! A database of its own with what tests do to it, on any engine.

use crate::cases::database::{Database, Place, Server};
use driftless::engine::{self, Catalog, Engine, Scope, Session, Timeouts};
use driftless::execute::{Execution, Rehearsal};
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{
    Applied, Intent, Moment, PipelineError, Preview, Source, apply, preview,
};
use driftless::plan::Approval;
use driftless::schema::{Prune, Schema};
use sqlx::{AssertSqlSafe, Connection, Row};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

pub(crate) const ENGINES: [Engine; 4] = [
    Engine::Sqlite,
    Engine::Postgres,
    Engine::Mysql,
    Engine::Mariadb,
];

/// Numbers databases apart from those of the other tests.
static NEXT: AtomicUsize = AtomicUsize::new(720_000);

pub(crate) struct Desk {
    pub(crate) engine: Engine,
    pub(crate) database: Database,
    folder: TempDir,
}

impl Desk {
    /// An empty database.
    pub(crate) async fn new(engine: Engine) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = tempfile::tempdir().unwrap();
        let place = match engine {
            Engine::Sqlite => Place::Folder(tempfile::tempdir_in(folder.path()).unwrap()),
            Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
            Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
            Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
        };
        let database = Database::make(&place, engine, number).await;
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

    /// A script in which identifiers stand in double quotes, as this engine writes them.
    pub(crate) fn spelled(&self, script: &str) -> String {
        match self.engine {
            Engine::Postgres | Engine::Sqlite => script.to_owned(),
            Engine::Mysql | Engine::Mariadb => script.replace('"', "`"),
        }
    }

    pub(crate) async fn run(&self, script: &str) {
        let script = self.spelled(script);
        self.database
            .run(&script)
            .await
            .unwrap_or_else(|error| panic!("{}: {error}: {script}", self.engine));
    }

    pub(crate) async fn session(&self) -> Session {
        engine::connect(&self.database.target(), &Timeouts::default())
            .await
            .unwrap()
    }

    pub(crate) async fn schema(&self) -> Schema {
        let mut session = self.session().await;
        let schema = session.read(&Scope::default()).await.unwrap();
        session.close().await;
        schema
    }

    /// Where its backups go; the folder is made when the first one is taken.
    pub(crate) fn backups(&self) -> std::path::PathBuf {
        self.folder.path().join("backups")
    }

    /// What a script declares, with everything undeclared pruned.
    pub(crate) fn intent(&self, sql: &str) -> Intent {
        let mut intent = intake::from_sql(Surroundings {
            target: self.database.target(),
            sources: vec![Source {
                name: "test".to_owned(),
                text: self.spelled(sql),
            }],
            owner: "cli".to_owned(),
            backup_directory: self.backups(),
        });
        intent.prune = Prune::Exact.into();
        intent
    }

    pub(crate) async fn preview(&self, intent: &Intent) -> Result<Preview, PipelineError> {
        let mut session = self.session().await;
        let looked = preview(&mut session, intent, &moment()).await;
        session.close().await;
        looked
    }

    pub(crate) async fn executed(&self, intent: &Intent) -> Execution {
        let mut session = self.session().await;
        let approval = Approval::All;
        let applied = apply(&mut session, intent, &approval, Rehearsal::No, &moment()).await;
        session.close().await;
        match applied {
            Ok(Applied::Executed { execution, .. }) => execution,
            other => panic!("{}: not executed: {other:?}", self.engine),
        }
    }

    /// What the server itself answers: columns that are text, or cast to it.
    pub(crate) async fn ask(&self, sql: &str) -> Vec<Vec<Option<String>>> {
        let url = self.database.url.replacen("mariadb://", "mysql://", 1);
        let sql = AssertSqlSafe(sql.to_owned());
        macro_rules! answer {
            ($connection:ty) => {{
                let mut connection = <$connection>::connect(&url).await.unwrap();
                let rows = sqlx::raw_sql(sql).fetch_all(&mut connection).await.unwrap();
                let texts = rows
                    .iter()
                    .map(|row| (0..row.len()).map(|at| row.get_unchecked(at)).collect());
                texts.collect()
            }};
        }
        match self.engine {
            Engine::Sqlite => answer!(sqlx::SqliteConnection),
            Engine::Postgres => answer!(sqlx::PgConnection),
            Engine::Mysql | Engine::Mariadb => answer!(sqlx::MySqlConnection),
        }
    }
}

pub(crate) fn moment() -> Moment {
    let token = format!("d{}", NEXT.fetch_add(1, Ordering::Relaxed));
    Moment {
        now: jiff::Timestamp::now(),
        token,
    }
}
