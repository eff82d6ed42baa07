//! A database, and the program that serves it on a port of its own.

use crate::cases::database::{Database, Place, Server};
use crate::other::Other;
use driftless::engine::Engine;
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

pub(super) const TOKEN: &str = "c5a0a9c4f0d94c1b8e7a6b5c4d3e2f10c5a0a9c4f0d94c1b8e7a6b5c4d3e2f10";
pub(super) const BASE: &str = "/api/advanced-migrations";

/// The plan request of the source document, character for character.
pub(super) const NEW_FEATURE: &str = r#"{
    "desiredSchema": {
      "tables": [
        {
          "name": "new_feature",
          "columns": [
            {
              "name": "id",
              "dataType": "int",
              "isNullable": "NO",
              "extra": "auto_increment"
            },
            {
              "name": "name",
              "dataType": "varchar",
              "maxLength": 255,
              "isNullable": "NO"
            }
          ]
        }
      ]
    }
  }"#;

/// An empty database, served.
pub(super) struct Desk {
    engine: Engine,
    client: reqwest::Client,
    pub(super) database: Database,
    pub(super) folder: TempDir,
    server: Option<Served>,
}

/// A running `driftless serve`.
pub(super) struct Served {
    child: Child,
    pub(super) url: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A database of its own.
pub(super) async fn database(engine: Engine) -> (Database, TempDir) {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let place = match engine {
        Engine::Sqlite => Place::Folder(tempfile::tempdir().unwrap()),
        Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
        Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
        Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
    };
    // Apart from the numbers of the other modules, which have fewer digits.
    let own = 10_000_000_000 + usize::try_from(std::process::id()).unwrap() * 1000;
    let number = own + NUMBER.fetch_add(1, Ordering::Relaxed);
    let database = Database::make(&place, engine, number).await;
    match place {
        Place::Folder(folder) => (database, folder),
        Place::Server(_) => (database, tempfile::tempdir().unwrap()),
    }
}

/// A file with a token, open to its owner alone.
pub(super) fn token_file(folder: &Path) -> PathBuf {
    let path = folder.join("tokens");
    std::fs::write(&path, format!("# for tests\n{TOKEN}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// `driftless serve`, not started.
pub(super) fn command(url: &str, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_driftless"));
    command
        .arg("serve")
        .env("DATABASE_URL", url)
        .env_remove("DRIFTLESS_TOKEN_FILE")
        .current_dir(folder)
        .stdin(Stdio::null());
    command
}

/// Starts it and waits until it says where it listens.
pub(super) fn start(mut command: Command) -> Served {
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let url = line.trim().strip_prefix("listening on ").map(str::to_owned);
    Served {
        url: url.unwrap_or_else(|| panic!("it said {line:?}")),
        child,
    }
}

/// A client that trusts nobody but those given.
pub(super) fn client(trusted: Option<&[u8]>) -> reqwest::Client {
    drop(rustls::crypto::ring::default_provider().install_default());
    let mut builder = reqwest::Client::builder().no_proxy();
    if let Some(pem) = trusted {
        let certificate = reqwest::Certificate::from_pem(pem).unwrap();
        builder = builder.tls_certs_only([certificate]);
    }
    builder.build().unwrap()
}

impl Desk {
    pub(super) async fn new(engine: Engine) -> Self {
        Self::with(engine, &[]).await
    }

    pub(super) async fn with(engine: Engine, args: &[&str]) -> Self {
        let (database, folder) = database(engine).await;
        let mut command = command(&database.url, folder.path());
        command
            .args(["--listen", "127.0.0.1:0", "--token-file"])
            .arg(token_file(folder.path()))
            .args(args)
            .stderr(std::fs::File::create(folder.path().join("log")).unwrap());
        let server = Some(start(command));
        Self {
            engine,
            client: client(None),
            database,
            folder,
            server,
        }
    }

    /// What the server has logged.
    pub(super) fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Another program that is connected to the same database.
    pub(super) async fn other(&self) -> Other {
        Other::connect(self.engine, &self.database.url).await
    }

    pub(super) fn url(&self) -> &str {
        &self.server.as_ref().unwrap().url
    }

    /// The process of the server.
    pub(super) fn pid(&self) -> u32 {
        self.server.as_ref().unwrap().child.id()
    }

    /// Waits for the server to end by itself.
    pub(super) fn wait(&mut self) -> std::process::ExitStatus {
        self.server.as_mut().unwrap().child.wait().unwrap()
    }

    /// A request below the API's path, with a token.
    pub(super) fn ask(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("{}{BASE}{path}", self.url());
        self.client.request(method, url).bearer_auth(TOKEN)
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        Answer::of(self.ask(Method::GET, path)).await
    }

    /// What is answered in the end: an execution that takes longer than a request, as on a busy
    /// machine, is waited for.
    pub(super) async fn post(&self, path: &str, body: impl ToString) -> Answer {
        let request = self.ask(Method::POST, path);
        let request = request.header("content-type", "application/json");
        let answer = Answer::of(request.body(body.to_string())).await;
        if answer.status != StatusCode::ACCEPTED {
            return answer;
        }
        let id = answer.json()["executionId"].as_str().unwrap().to_owned();
        let mut end = self.ended(&id).await;
        let mut headers = answer.headers;
        // A problem has its status as a number.
        let code = end["status"].as_u64();
        if code.is_some() {
            end["instance"] = format!("{BASE}{path}").into();
        }
        let status = code.map(|code| {
            let kind = "application/problem+json".parse().unwrap();
            headers.insert("content-type", kind);
            StatusCode::from_u16(u16::try_from(code).unwrap()).unwrap()
        });
        Answer {
            status: status.unwrap_or(StatusCode::OK),
            headers,
            text: end.to_string(),
        }
    }

    /// Executes a plan without waiting for its end; answers the execution's id.
    pub(super) async fn begin(&self, plan: &Value, options: &Value) -> String {
        let request = self.ask(Method::POST, "/execute");
        let request = request.header("prefer", "respond-async");
        let body = serde_json::json!({"plan": plan, "options": options});
        let accepted = Answer::of(request.json(&body)).await.expect(202);
        accepted["executionId"].as_str().unwrap().to_owned()
    }

    /// Waits until an execution has ended: the answer that `/execute` would have given.
    pub(super) async fn ended(&self, id: &str) -> Value {
        let events = self.get(&format!("/history/{id}/events")).await;
        let last = events.text.rsplit("data:").next().unwrap().trim();
        serde_json::from_str(last).unwrap_or_else(|e| panic!("{e}: {}", events.text))
    }

    /// Plans a declaration as SQL.
    pub(super) async fn plan_sql(&self, sql: &str) -> Value {
        let body = serde_json::json!({"desiredSchema": {"sql": sql}});
        self.post("/plan", body).await.expect(200)
    }

    /// Ends the server and takes the database away.
    pub(super) async fn close(mut self) {
        self.server = None;
        self.database.drop().await;
    }
}

/// What was answered.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: reqwest::header::HeaderMap,
    pub(super) text: String,
}

impl Answer {
    pub(super) async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        Self {
            status: response.status(),
            headers: response.headers().clone(),
            text: response.text().await.unwrap(),
        }
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {}", self.text))
    }

    #[track_caller]
    pub(super) fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self.json()
    }

    /// That it is a problem of this kind, whole.
    #[track_caller]
    pub(super) fn problem(&self, status: u16, slug: &str) -> Value {
        let problem = self.expect(status);
        assert_eq!(self.headers["content-type"], "application/problem+json");
        let kind = format!("https://driftless.dev/problems/{slug}");
        assert_eq!(problem["type"], kind, "{problem}");
        assert_eq!(problem["status"], status);
        for field in ["title", "detail", "remedy", "instance"] {
            let text = problem[field].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{field} of {problem}");
        }
        problem
    }
}
