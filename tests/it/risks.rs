//! Rules that rest on facts, on real servers: what they forbid fails, and what they see of the server is
//! there. That they speak and keep silent is shown by cases.

use crate::desk::Desk;
use driftless::engine::Engine;
use driftless::history::State;
use driftless::pipeline::Intent;
use driftless::plan::{
    Advice, Approval, Finding, Plan, Policy, Rule, RuleOverride, Severity, Verdict, judge, judged,
};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

fn counted(rule: Rule, severity: Severity) -> RuleOverride {
    RuleOverride {
        rule,
        severity,
        objects: Vec::new(),
        reason: "to see it".to_owned(),
    }
}

async fn planned(desk: &Desk, intent: &Intent) -> Plan {
    desk.preview(intent).await.unwrap().plan
}

fn found(plan: &Plan, rule: Rule) -> Vec<&Finding> {
    plan.findings.iter().filter(|it| it.rule == rule).collect()
}

/// A step that a rule says cannot succeed: it is forbidden, and fails when somebody insists.
async fn fails(engine: Engine, observed: &str, desired: &str, rule: Rule, rows: Option<u64>) {
    let desk = Desk::new(engine).await;
    desk.run(observed).await;
    let mut intent = desk.intent(desired);
    let plan = planned(&desk, &intent).await;
    let said = found(&plan, rule);
    let forbidden: Vec<_> = said
        .iter()
        .filter(|it| it.severity == Severity::Forbidden)
        .collect();
    let [finding] = forbidden.as_slice() else {
        panic!("{engine} {}: {:?}", rule.name(), plan.findings);
    };
    assert_eq!(finding.rows, rows, "{}: {}", rule.name(), finding.message);
    intent.policy.rules.push(counted(rule, Severity::Low));
    let execution = desk.executed(&intent).await;
    assert_ne!(
        execution.state,
        State::Succeeded,
        "{engine} {}",
        rule.name()
    );
    desk.database.drop().await;
}

/// DF006.
#[tokio::test]
async fn a_zero_date_ends_a_copy() {
    let observed = "SET SESSION sql_mode = ''; CREATE TABLE t (id int NOT NULL PRIMARY KEY, v int, d date, at datetime);
        INSERT INTO t VALUES (1, 1, '0000-00-00', NULL), (2, 2, NULL, '2024-00-10 00:00:00'), (3, 3, '2024-02-29', NULL);
        SET SESSION sql_mode = DEFAULT;";
    let desired = "CREATE TABLE t (id int NOT NULL PRIMARY KEY, v bigint, d date, at datetime);";
    fails(Engine::Mysql, observed, desired, Rule::ZeroDate, Some(2)).await;
}

/// DF011.
#[tokio::test]
async fn a_strict_table_takes_no_misfit() {
    for (value, data_type) in [
        ("'abc'", "INT"),
        ("1.5", "INTEGER"),
        ("9.3e18", "INT"),
        ("'1x'", "REAL"),
        ("x'00'", "TEXT"),
        ("7", "BLOB"),
    ] {
        let observed = format!(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, v {data_type}); INSERT INTO t VALUES (1, NULL), (2, {value});"
        );
        let desired = format!("CREATE TABLE t (id INTEGER PRIMARY KEY, v {data_type}) STRICT;");
        fails(Engine::Sqlite, &observed, &desired, Rule::Misfit, Some(1)).await;
    }
}

/// DF012.
#[tokio::test]
async fn a_partition_takes_no_row_of_another() {
    let parent = "CREATE TABLE m (at date, n int) PARTITION BY RANGE (at);";
    let outside = format!(
        "{parent} CREATE TABLE p (at date, n int); INSERT INTO p VALUES ('2024-01-01', 1), ('2025-01-01', 2), (NULL, 3);"
    );
    let desired = format!(
        "{parent} CREATE TABLE p PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');"
    );
    fails(
        Engine::Postgres,
        &outside,
        &desired,
        Rule::PartitionBound,
        Some(2),
    )
    .await;
    let rest = "CREATE TABLE rest PARTITION OF m DEFAULT;";
    let left = format!(
        "{parent} {rest} INSERT INTO m VALUES ('2024-06-01', 1), ('2025-01-01', 2), (NULL, 3);"
    );
    fails(
        Engine::Postgres,
        &left,
        &format!("{desired} {rest}"),
        Rule::PartitionBound,
        Some(1),
    )
    .await;
    let keys = "CREATE TABLE k (a int, b int) PARTITION BY RANGE (a, b);";
    let both = format!(
        "{keys} CREATE TABLE p (a int, b int); INSERT INTO p VALUES (1, 1), (2, 0), (1, NULL), (2, 1), (0, 9);"
    );
    let bound = "FOR VALUES FROM (1, MINVALUE) TO (2, 1)";
    let desired = format!("{keys} CREATE TABLE p PARTITION OF k {bound};");
    fails(
        Engine::Postgres,
        &both,
        &desired,
        Rule::PartitionBound,
        Some(3),
    )
    .await;
    let lists = "CREATE TABLE l (k text) PARTITION BY LIST (k); CREATE TABLE l_a PARTITION OF l FOR VALUES IN ('a', NULL);";
    let others =
        format!("{lists} CREATE TABLE p (k text); INSERT INTO p VALUES ('a'), (NULL), ('b');");
    let desired = format!("{lists} CREATE TABLE p PARTITION OF l DEFAULT;");
    fails(
        Engine::Postgres,
        &others,
        &desired,
        Rule::PartitionBound,
        Some(2),
    )
    .await;
}

/// LK018.
#[tokio::test]
async fn a_table_takes_no_more_instant_columns() {
    let observed = "CREATE TABLE t (id int NOT NULL PRIMARY KEY, x int);
        CREATE PROCEDURE come() BEGIN
          DECLARE n int DEFAULT 0;
          DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN END;
          WHILE n < 300 DO
            ALTER TABLE t ADD COLUMN y int, ALGORITHM=INSTANT;
            ALTER TABLE t DROP COLUMN y, ALGORITHM=INSTANT;
            SET n = n + 1;
          END WHILE;
        END;
        CALL come(); DROP PROCEDURE come;";
    let desired = "CREATE TABLE t (id int NOT NULL PRIMARY KEY);";
    fails(Engine::Mysql, observed, desired, Rule::InstantLimit, None).await;
}

/// OP014: facts that pass with time are no part of a plan's id.
#[tokio::test]
async fn what_a_counter_has_used_is_said_and_is_no_part_of_the_id() {
    let desk = Desk::new(Engine::Postgres).await;
    desk.run("CREATE TABLE t (id serial PRIMARY KEY)").await;
    let intent = desk.intent("CREATE TABLE t (id serial PRIMARY KEY, v int);");
    let before = planned(&desk, &intent).await;
    assert!(found(&before, Rule::CounterHeadroom).is_empty());
    desk.run("SELECT setval('t_id_seq', 2000000000)").await;
    let after = planned(&desk, &intent).await;
    let [said] = found(&after, Rule::CounterHeadroom)[..] else {
        panic!("{:?}", after.findings);
    };
    assert!(said.message.contains("93 % of integer"), "{}", said.message);
    assert!(!said.message.contains("2000000000"), "{}", said.message);
    assert_eq!(before.id, after.id);
    desk.database.drop().await;
}

/// Advice raises no risk, needs no approval, and is a finding once a policy gives it a severity.
#[tokio::test]
async fn advice_stops_nothing_until_a_policy_says_so() {
    let desk = Desk::new(Engine::Sqlite).await;
    let intent = desk.intent("CREATE TABLE t (a int);");
    let plan = planned(&desk, &intent).await;
    let rules: Vec<Rule> = plan.advice.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::NoPrimaryKey]);
    assert!(plan.findings.is_empty() && plan.steps.iter().all(|step| step.hazards.is_empty()));
    let mut policy = Policy::default();
    assert!(matches!(
        judge(&plan, &policy, &Approval::None),
        Verdict::Approved(_)
    ));
    policy
        .rules
        .push(counted(Rule::NoPrimaryKey, Severity::Forbidden));
    policy.advice = Advice::Hide;
    let strict = judged(&plan, &policy);
    assert!(strict.advice.is_empty());
    assert_eq!(strict.risk(), Severity::Forbidden);
    assert_eq!(strict.steps[0].hazards, [0]);
    assert_eq!(strict.id, plan.id);
    assert_eq!(
        judged(&strict, &policy),
        strict,
        "judging twice is judging once"
    );
    assert!(matches!(
        judge(&plan, &policy, &Approval::All),
        Verdict::Forbidden(_)
    ));
    let mut quiet = desk.intent("CREATE TABLE t (a int);");
    quiet.policy.advice = Advice::Hide;
    assert!(planned(&desk, &quiet).await.advice.is_empty());
    assert_eq!(desk.executed(&intent).await.state, State::Succeeded);
    desk.database.drop().await;
}

/// A server that the tests beside this one do not see: a replica would be a fact of theirs, too.
struct Alone {
    folder: tempfile::TempDir,
    url: String,
    follower: Option<Child>,
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("hack/parts")
        .join(name)
}

impl Alone {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The server is run by an account of its own.
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).unwrap();
        let parts = folder.path().join("parts");
        let started = Command::new("bash")
            .args([
                script("up.sh").as_os_str(),
                parts.as_os_str(),
                "postgres".as_ref(),
            ])
            .output()
            .unwrap();
        assert!(started.status.success(), "{started:?}");
        let env = std::fs::read_to_string(parts.join("env.sh")).unwrap();
        let (_, rest) = env.split_once("POSTGRES_URL='").unwrap();
        let url = rest.split('\'').next().unwrap().to_owned();
        Self {
            folder,
            url,
            follower: None,
        }
    }

    fn follow(&mut self) {
        let program =
            Path::new(&std::env::var("DRIFTLESS_TEST_POSTGRES_BIN").unwrap()).join("pg_receivewal");
        let to = self.folder.path().join("wal");
        std::fs::create_dir(&to).unwrap();
        let follower = Command::new(program)
            .arg("--no-sync")
            .arg("-d")
            .arg(&self.url)
            .arg("-D")
            .arg(to)
            .spawn()
            .unwrap();
        self.follower = Some(follower);
    }
}

impl Drop for Alone {
    fn drop(&mut self) {
        if let Some(follower) = &mut self.follower {
            let _ = follower.kill();
            let _ = follower.wait();
        }
        let parts = self.folder.path().join("parts");
        let _ = Command::new("bash")
            .arg(script("down.sh"))
            .arg(parts)
            .status();
    }
}

/// OP010: whoever receives what the server writes is a replica to it.
#[tokio::test]
async fn replicas_are_seen() {
    let mut alone = Alone::start();
    let mut desk = Desk::new(Engine::Postgres).await;
    let own = std::mem::replace(&mut desk.database.url, format!("{}/postgres", alone.url));
    desk.run("CREATE TABLE t (id int NOT NULL PRIMARY KEY, v int); INSERT INTO t VALUES (1, 1)")
        .await;
    let intent = desk.intent("CREATE TABLE t (id int NOT NULL PRIMARY KEY, v bigint);");
    assert!(found(&planned(&desk, &intent).await, Rule::ReplicaLag).is_empty());
    alone.follow();
    let mut told = None;
    for _ in 0..100 {
        let plan = planned(&desk, &intent).await;
        told = found(&plan, Rule::ReplicaLag)
            .first()
            .map(|it| (*it).clone());
        if told.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let told = told.unwrap();
    assert!(
        told.message
            .starts_with("1 replica is attached: the work on 1 rows"),
        "{}",
        told.message
    );
    assert_eq!(
        (told.severity, told.rows),
        (Severity::Info, Some(1)),
        "one row is soon sent"
    );
    desk.database.url = own;
    desk.database.drop().await;
}
