//! A throw-away database: where a declaration is loaded, and where a plan is proven.

use super::Transaction;
use super::aside::{circles, needs_first};
use super::error::{EngineError, ErrorKind};
use super::manner::Manner;
use super::script::{Piece, PieceKind, created_name, referred};
use super::session::{Catalog, Session};
use super::statement::Statement;
use super::step::Step;
use super::target::Scope;
use crate::schema::{Defined, Delta, ObjectKey, Pair, Schema, diff};
use std::collections::BTreeSet;

/// How old a left-over scratch database is, in seconds, when it is swept.
const STALE_AFTER: i64 = 3_600;

/// What every scratch database's name begins with.
const PREFIX: &str = "driftless_scratch_";

/// A scratch database and the connection to it.
#[derive(Debug)]
pub struct Scratch {
    session: Session,
    drop: Vec<Statement>,
}

/// A declared statement that the server refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {error}")]
pub struct LoadError {
    /// Which of the statements given, from 0.
    pub index: usize,
    /// Line in the declaration, from 1.
    pub line: usize,
    /// Column in the declaration, from 1.
    pub column: usize,
    /// What the server said.
    pub error: EngineError,
}

impl Scratch {
    pub(super) fn new(session: Session, drop: Vec<Statement>) -> Self {
        Self { session, drop }
    }

    pub(super) fn name(token: &str, now: jiff::Timestamp) -> String {
        format!("{PREFIX}{}_{token}", now.as_second())
    }

    /// Whether a database is a scratch that its owner did not drop.
    pub(super) fn is_stale(name: &str, now: jiff::Timestamp) -> bool {
        name.strip_prefix(PREFIX)
            .and_then(|rest| rest.split('_').next())
            .and_then(|made| made.parse::<i64>().ok())
            .is_some_and(|made| now.as_second() - made > STALE_AFTER)
    }

    /// Closes the connection; what is answered drops the database.
    pub(super) async fn close(self) -> Vec<Statement> {
        self.session.close().await;
        self.drop
    }

    /// Reads it, as any database is read.
    pub async fn read(&mut self, scope: &Scope) -> Result<Schema, EngineError> {
        self.session.read(scope).await
    }

    /// Loads a declaration. Statements whose time has not come (a child before its parent) are
    /// tried again as long as that helps; then `helpers`, objects of the live database that a
    /// declaration may lean on, are put in as far as they go, and it is tried once more. What still
    /// fails is answered, each with its place.
    pub async fn load(
        &mut self,
        pieces: &[Piece],
        namespaces: &[String],
        helpers: &Schema,
    ) -> Result<(), Vec<LoadError>> {
        self.namespaces(namespaces).await;
        // Grants mean what they say one after the other, when everything is there.
        let (grants, mut left): (Vec<_>, Vec<_>) = pieces
            .iter()
            .enumerate()
            .partition(|(_, piece)| piece.kind == PieceKind::Grant);
        let mut failed = self.fixpoint(&mut left).await;
        if !left.is_empty() && self.close_circles(&mut left, pieces).await {
            failed = self.fixpoint(&mut left).await;
        }
        failed.extend(self.each(&grants).await);
        if !failed.is_empty() {
            self.lend(helpers).await;
            failed = self.fixpoint(&mut left).await;
            failed.extend(self.each(&grants).await);
        }
        if failed.is_empty() {
            Ok(())
        } else {
            Err(failed)
        }
    }

    /// The names of what the pieces make, as tables are compared.
    fn made(&self, pieces: &[Piece]) -> BTreeSet<String> {
        let flavor = self.session.dialect.flavor();
        let (tables, _) = self.session.dialect.folds(self.session.server());
        let names = pieces
            .iter()
            .filter_map(|piece| created_name(flavor, piece));
        names.map(|(_, name)| tables.key(&name)).collect()
    }

    /// Makes the tables that wait for one another, and for nothing that is not declared. Whether there
    /// were any.
    async fn close_circles(&mut self, left: &mut Vec<(usize, &Piece)>, pieces: &[Piece]) -> bool {
        let dialect = self.session.dialect;
        let Some((begin, end)) = dialect.circles() else {
            return false;
        };
        let (tables, _) = dialect.folds(self.session.server());
        let made = self.made(pieces);
        let closed = |piece: &Piece| {
            let parents = referred(dialect.flavor(), piece);
            piece.kind == PieceKind::CreateTable
                && !parents.is_empty()
                && parents
                    .iter()
                    .all(|parent| made.contains(&tables.key(&parent.name)))
        };
        let waiting: Vec<(usize, &Piece)> = left
            .iter()
            .filter(|(_, piece)| closed(piece))
            .copied()
            .collect();
        if waiting.len() < 2 || self.session.link.run(&begin).await.is_err() {
            return false;
        }
        let failed: BTreeSet<usize> = self.each(&waiting).await.iter().map(|e| e.index).collect();
        left.retain(|(index, piece)| !closed(piece) || failed.contains(index));
        self.session.link.run(&end).await.is_ok()
    }

    /// Puts in what can be put in of another schema.
    async fn lend(&mut self, helpers: &Schema) {
        self.restore(helpers).await;
        let dialect = self.session.dialect;
        let (tables, parts) = dialect.folds(self.session.server());
        let lent = Schema {
            tables: helpers.tables.clone(),
            ..Schema::default()
        };
        let pair = Pair {
            observed: Schema::default(),
            desired: lent,
        };
        let delta = diff(pair, Vec::new(), tables, parts);
        let mut steps = dialect
            .lower(&self.session.server, &delta, &Manner::plain())
            .steps;
        steps.sort_by_key(|step| step.phase);
        for statement in steps.iter().flat_map(|step| &step.statements) {
            if let Err(error) = self.session.link.run(statement).await {
                tracing::debug!(%error, "an object of the live database cannot be lent to scratch");
            }
        }
        self.restore_circles(helpers).await;
    }

    async fn fixpoint(&mut self, left: &mut Vec<(usize, &Piece)>) -> Vec<LoadError> {
        loop {
            let before = left.len();
            let failed = self.each(left).await;
            let again: BTreeSet<usize> = failed.iter().map(|error| error.index).collect();
            left.retain(|(index, _)| again.contains(index));
            if left.len() == before || left.is_empty() {
                return failed;
            }
        }
    }

    /// Runs each once, in order, and answers what the server did not take.
    async fn each(&mut self, pieces: &[(usize, &Piece)]) -> Vec<LoadError> {
        let mut failed = Vec::new();
        for (index, piece) in pieces {
            let statement = Statement::new(piece.text.clone());
            if let Err(error) = self.session.link.run(&statement).await {
                failed.push(LoadError {
                    index: *index,
                    line: piece.line,
                    column: piece.column,
                    error: error.while_doing("loading the declaration"),
                });
            }
        }
        failed
    }

    /// Namespaces that are in scope and that nobody made yet.
    async fn namespaces(&mut self, names: &[String]) {
        for name in names {
            if let Some(statement) = self.session.dialect.create_namespace(name) {
                // One that exists already (`public`) is as good as one made.
                if let Err(error) = self.session.link.run(&statement).await {
                    tracing::trace!(%error, "a namespace of scratch is there already");
                }
            }
        }
    }

    /// Makes what is no table from its engine's print, as far as it can be made here.
    async fn restore(&mut self, schema: &Schema) {
        let dialect = self.session.dialect;
        let opaque = schema.opaque.values();
        let opaque = opaque.filter_map(|opaque| opaque.definition.as_ref());
        let mut left: Vec<Vec<Statement>> = opaque
            .map(|definition| vec![Statement::new(definition)])
            .collect();
        let objects: Vec<(&ObjectKey, &Defined)> = schema.objects.iter().collect();
        let objects = needs_first(&objects).into_iter();
        left.extend(objects.map(|(key, object)| dialect.copy_object(key, object)));
        self.as_far_as_possible(left).await;
    }

    /// As [`Scratch::restore`] where all tables are there: what is not made then waits for itself.
    async fn restore_circles(&mut self, schema: &Schema) {
        self.restore(schema).await;
        let dialect = self.session.dialect;
        let objects: Vec<(&ObjectKey, &Defined)> = schema.objects.iter().collect();
        let mut waiting = Vec::new();
        for key in circles(&objects) {
            if let Some(object) = schema.objects.get(key)
                && let Some((first, then)) = dialect.stand_in(key, object)
                && self.makes(&[first]).await
            {
                waiting.push(then);
            }
        }
        if !waiting.is_empty() {
            self.restore(schema).await;
            self.as_far_as_possible(waiting).await;
        }
    }

    /// Runs lists of statements, again as long as that helps.
    async fn as_far_as_possible(&mut self, mut left: Vec<Vec<Statement>>) {
        loop {
            let before = left.len();
            let mut later = Vec::new();
            for statements in left {
                if !self.makes(&statements).await {
                    later.push(statements);
                }
            }
            if later.len() == before || later.is_empty() {
                return;
            }
            left = later;
        }
    }

    /// Whether all statements ran. The rest follows one that failed: it may put a setting back.
    async fn makes(&mut self, statements: &[Statement]) -> bool {
        let mut made = true;
        for statement in statements {
            if let Err(error) = self.session.link.run(statement).await {
                tracing::trace!(%error, "an object is not copied to scratch");
                made = false;
            }
        }
        made
    }

    /// Builds a copy of a schema that was read elsewhere: types and the like first, then tables,
    /// then whatever else goes in. Answers what the copy reads as.
    pub async fn build(&mut self, schema: &Schema, scope: &Scope) -> Result<Schema, EngineError> {
        let dialect = self.session.dialect;
        let namespaces: Vec<String> = schema.namespaces.iter().cloned().collect();
        self.namespaces(&namespaces).await;
        self.restore(schema).await;
        let empty = self.read(scope).await?;
        let bare = Schema {
            opaque: empty.opaque.clone(),
            objects: empty.objects.clone(),
            ..schema.clone()
        };
        let (tables, parts) = dialect.folds(self.session.server());
        let delta = diff(
            Pair {
                observed: empty,
                desired: bare,
            },
            Vec::new(),
            tables,
            parts,
        );
        self.follow(&delta).await?;
        self.restore_circles(schema).await;
        self.read(scope).await
    }

    async fn follow(&mut self, delta: &Delta) -> Result<(), EngineError> {
        let lowered = self
            .session
            .dialect
            .lower(&self.session.server, delta, &Manner::plain());
        if let Some(first) = lowered.unsupported.first() {
            return Err(EngineError::new(
                ErrorKind::Unsupported,
                "copying the schema to scratch",
                first.to_string(),
            ));
        }
        let mut steps = lowered.steps;
        steps.sort_by_key(|step| step.phase);
        self.replay(steps.iter()).await
    }

    /// Runs steps, in the surroundings they will have but for the transaction.
    pub async fn replay<'a>(
        &mut self,
        steps: impl Iterator<Item = &'a Step> + Send,
    ) -> Result<(), EngineError> {
        let mut steps: Vec<Step> = steps.cloned().collect();
        self.settle(steps.iter_mut()).await
    }

    /// As [`Scratch::replay`]; where there are several ways to run a step, the first that the server
    /// takes is the only one from then on.
    pub async fn settle<'a>(
        &mut self,
        steps: impl Iterator<Item = &'a mut Step> + Send,
    ) -> Result<(), EngineError> {
        let (before, after) = match self.session.dialect.transaction() {
            Transaction::Whole { before, after, .. } => (before, after),
            Transaction::PerStatement => (Vec::new(), Vec::new()),
        };
        for statement in &before {
            self.session.link.run(statement).await?;
        }
        for step in steps {
            self.climb(step).await.map_err(|error| {
                error.while_doing(format!("replaying the step for {}", step.object))
            })?;
        }
        for statement in &after {
            self.session.link.run(statement).await?;
        }
        Ok(())
    }

    /// Runs one step, from the best way down. Here there are no rows, so a refusal is one of the way.
    async fn climb(&mut self, step: &mut Step) -> Result<(), EngineError> {
        let mut rungs = std::mem::take(&mut step.rungs).into_iter().peekable();
        while let Some(rung) = rungs.next() {
            match self.session.link.run(&rung.statement).await {
                Ok(_) => {
                    step.settle(rung);
                    return Ok(());
                }
                Err(error) if error.kind == ErrorKind::Unreachable => return Err(error),
                Err(error) if rungs.peek().is_none() => return Err(error),
                Err(error) => tracing::trace!(%error, "not this way"),
            }
        }
        for statement in &step.statements {
            self.session.link.run(statement).await?;
        }
        Ok(())
    }
}
