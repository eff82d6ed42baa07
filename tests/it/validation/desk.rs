//! A database with its folder, an account with few rights, and a second connection that gets in
//! the way.

use crate::cases::database::{Database, Place, Server};
use crate::other::Other;
use driftless::engine::{self, Engine, Target};
use driftless::intake::{self, Surroundings, target_from_url};
use driftless::pipeline::{
    Intent, Moment, PipelineError, Source, Validation, ValidationFinding, validate,
};
use driftless::schema::Prune;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Numbers databases apart from those of other tests.
static NEXT: AtomicUsize = AtomicUsize::new(700_000);

pub(super) const ENGINES: [Engine; 4] = [
    Engine::Sqlite,
    Engine::Postgres,
    Engine::Mysql,
    Engine::Mariadb,
];

pub(super) const SERVERS: [Engine; 3] = [Engine::Postgres, Engine::Mysql, Engine::Mariadb];

pub(super) struct Desk {
    pub(super) database: Database,
    pub(super) engine: Engine,
    pub(super) number: usize,
    folder: TempDir,
}

pub(super) fn moment() -> Moment {
    Moment {
        now: jiff::Timestamp::now(),
        token: format!("v{}", NEXT.fetch_add(1, Ordering::Relaxed)),
    }
}

impl Desk {
    pub(super) async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = match engine {
            Engine::Sqlite => Place::Folder(tempfile::tempdir_in(folder.path()).unwrap()),
            Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
            Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
            Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
        };
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let database = Database::make(&place, engine, number).await;
        if let Place::Folder(inner) = place {
            // Its folder goes with the outer one.
            let _ = inner.keep();
        }
        Self {
            database,
            engine,
            number,
            folder,
        }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn file(&self) -> PathBuf {
        match self.database.target() {
            Target::File(Some(path)) => path,
            other => panic!("{other:?} is no file"),
        }
    }

    pub(super) async fn run(&self, script: &str) {
        self.database.run(script).await.unwrap();
    }

    /// Everything that is there, declared anew, and nothing else.
    pub(super) fn intent(&self, sql: &str) -> Intent {
        self.intent_at(&self.database.target(), sql)
    }

    pub(super) fn intent_at(&self, target: &Target, sql: &str) -> Intent {
        let mut intent = intake::from_sql(Surroundings {
            target: target.clone(),
            sources: vec![Source {
                name: "test".to_owned(),
                text: sql.to_owned(),
            }],
            owner: "cli".to_owned(),
            backup_directory: self.folder.path().join("backups"),
        });
        intent.prune = Prune::Exact.into();
        intent
    }

    /// Another program that is connected to this database.
    pub(super) async fn other(&self) -> Other {
        Other::connect(self.engine, &self.database.url).await
    }

    pub(super) async fn validated(&self, sql: &str) -> Validation {
        validated(&self.intent(sql)).await.unwrap()
    }

    /// An account that may log in and nothing else, as it stands in statements, and the same
    /// database's address with it.
    pub(super) async fn account(&self) -> (String, Target) {
        let name = format!("app_{}_{}", std::process::id(), self.number);
        let quoted = match self.engine {
            Engine::Postgres => format!("\"{name}\""),
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => format!("`{name}`@`%`"),
        };
        let make = match self.engine {
            Engine::Postgres => format!("CREATE ROLE {quoted} LOGIN PASSWORD 'well-kept'"),
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => {
                format!("CREATE USER {quoted} IDENTIFIED BY 'well-kept'")
            }
        };
        self.run(&make).await;
        let mut url = url::Url::parse(&self.database.url).unwrap();
        url.set_username(&name).unwrap();
        url.set_password(Some("well-kept")).unwrap();
        (quoted, target_from_url(url.as_str()).unwrap())
    }
}

pub(super) async fn validated(intent: &Intent) -> Result<Validation, PipelineError> {
    let mut session = engine::connect(&intent.target, &intent.timeouts).await?;
    let validation = validate(&mut session, intent, &moment()).await;
    session.close().await;
    validation
}

/// The findings of one kind.
pub(super) fn of<'a>(validation: &'a Validation, id: &str) -> Vec<&'a ValidationFinding> {
    let all = validation.findings.iter();
    all.filter(|finding| finding.id == id).collect()
}
