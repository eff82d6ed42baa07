//! The declaration, read back from a server of the same kind.

use super::intent::{Intent, Moment, Source};
use super::refusal::{PipelineError, Refusal, RefusalClass, RefusedItem};
use crate::engine::script::{self, Piece, PieceKind};
use crate::engine::{Catalog, EngineError, ErrorKind, Grants, LoadError, Scope};
use crate::schema::{Kind, Name, Schema};
use std::collections::BTreeSet;

/// The declared statements, and which source each came from.
pub(super) struct Declared {
    pub(super) pieces: Vec<Piece>,
    origins: Vec<String>,
    /// What is compared: the scope asked for, and the namespaces the declaration names.
    pub(super) scope: Scope,
}

/// Splits and checks everything declared. All violations at once.
pub(super) fn read<C: Catalog + ?Sized>(session: &C, intent: &Intent) -> Result<Declared, Refusal> {
    let dialect = session.dialect();
    let mut declared = Declared {
        pieces: Vec::new(),
        origins: Vec::new(),
        scope: intent.scope.clone(),
    };
    let mut items = Vec::new();
    match dialect.declare(session.server(), &intent.tables) {
        Ok(statements) => {
            let text = statements.join(";\n");
            let source = Source {
                name: "tables".to_owned(),
                text,
            };
            declared.split(dialect.flavor(), &source, &mut items);
        }
        Err(errors) => items.extend(errors.into_iter().map(|error| RefusedItem {
            object: error.path,
            reason: error.problem,
            instead: "correct the declaration".to_owned(),
        })),
    }
    for source in &intent.sources {
        declared.split(dialect.flavor(), source, &mut items);
    }
    declared.check_grants(dialect.flavor(), &mut items);
    if !items.is_empty() {
        return Err(Refusal {
            class: RefusalClass::InvalidSchema,
            items,
        });
    }
    let default = dialect.default_namespace();
    if !default.is_empty() {
        declared.widen_scope(dialect.flavor(), default);
    }
    Ok(declared)
}

impl Declared {
    fn split(&mut self, flavor: script::Flavor, source: &Source, items: &mut Vec<RefusedItem>) {
        match script::split(flavor, &source.text) {
            Ok(pieces) => {
                let wanted = pieces
                    .into_iter()
                    .filter(|p| !matches!(p.kind, PieceKind::Ignored(_)));
                self.pieces.extend(wanted);
                self.origins.resize(self.pieces.len(), source.name.clone());
            }
            Err(errors) => items.extend(errors.into_iter().map(|error| {
                RefusedItem {
                    object: source.name.clone(),
                    reason: error.to_string(),
                    instead:
                        "declare structure only: CREATE, COMMENT and the ALTERs that dumps use"
                            .to_owned(),
                }
            })),
        }
    }

    /// Who may do what is declared only where it is asked for, and where the engine keeps it with the
    /// schema.
    fn check_grants(&self, flavor: script::Flavor, items: &mut Vec<RefusedItem>) {
        if self.scope.grants == Grants::Managed {
            if flavor != script::Flavor::Postgres {
                items.push(RefusedItem {
                    object: "spec.scope.grants".to_owned(),
                    reason: "grants are managed on PostgreSQL only".to_owned(),
                    instead: "leave it out".to_owned(),
                });
            }
            return;
        }
        let pieces = self.pieces.iter().zip(&self.origins);
        let grants = pieces.filter(|(piece, _)| piece.kind == PieceKind::Grant);
        items.extend(grants.map(|(piece, origin)| RefusedItem {
            object: origin.clone(),
            reason: format!(
                "line {}, column {}: who may do what is left alone unless it is asked for",
                piece.line, piece.column
            ),
            instead: "set `spec.scope.grants` to `Manage` (`--grants` on the command line), or leave it out"
                .to_owned(),
        }));
    }

    fn widen_scope(&mut self, flavor: script::Flavor, default: &str) {
        let mut names: BTreeSet<String> = self.scope.namespaces.drain(..).collect();
        names.insert(default.to_owned());
        for piece in &self.pieces {
            match (script::created_name(flavor, piece), &piece.kind) {
                (Some((_, name)), PieceKind::CreateSchema) => names.insert(name),
                (Some((Some(namespace), _)), _) => names.insert(namespace),
                _ => continue,
            };
        }
        self.scope.namespaces = names.into_iter().collect();
    }

    /// Namespaces that the declaration itself does not make.
    fn given_namespaces(&self, flavor: script::Flavor) -> Vec<String> {
        let made: BTreeSet<String> = self
            .pieces
            .iter()
            .filter(|piece| piece.kind == PieceKind::CreateSchema)
            .filter_map(|piece| script::created_name(flavor, piece).map(|(_, name)| name))
            .collect();
        self.scope
            .namespaces
            .iter()
            .filter(|name| !made.contains(*name))
            .cloned()
            .collect()
    }

    /// What to do about a statement that the server did not take. Tables that another migration
    /// tool keeps are not in scratch, so nothing declared can lean on them.
    fn instead(&self, index: usize, flavor: script::Flavor, observed: &Schema) -> String {
        let text = self.pieces.get(index).map_or("", |piece| &piece.text);
        let words: BTreeSet<String> = script::tokens(flavor, text)
            .iter()
            .filter_map(|token| text.get(token.start..token.end))
            .map(|word| script::identifier(flavor, word).to_ascii_lowercase())
            .collect();
        let named = |name: &&Name| words.contains(&name.name.to_ascii_lowercase());
        match observed.other_tools.iter().find(|(name, _)| named(name)) {
            Some((name, other)) => format!(
                "leave it out of the declaration: {} keeps its own history in {name}, which nothing declared can lean on",
                other.tool
            ),
            None => "correct the declaration so that the server accepts it in an empty database"
                .to_owned(),
        }
    }

    fn refuse(
        &self,
        errors: Vec<LoadError>,
        flavor: script::Flavor,
        observed: &Schema,
    ) -> PipelineError {
        if let Some(broken) = errors
            .iter()
            .find(|e| e.error.kind == ErrorKind::Unreachable)
        {
            return PipelineError::Engine(broken.error.clone());
        }
        let items = errors.into_iter().map(|error| RefusedItem {
            object: self.origins.get(error.index).cloned().unwrap_or_default(),
            reason: error.to_string(),
            instead: self.instead(error.index, flavor, observed),
        });
        Refusal {
            class: RefusalClass::InvalidSchema,
            items: items.collect(),
        }
        .into()
    }
}

/// Loads the declaration into scratch and reads it back. `observed` lends what a declaration may
/// lean on without declaring it: types, extensions, functions.
pub(super) async fn load<C: Catalog + ?Sized>(
    session: &mut C,
    declared: &Declared,
    observed: &Schema,
    moment: &Moment,
) -> Result<Schema, PipelineError> {
    let flavor = session.dialect().flavor();
    let mut scratch = session
        .scratch(&moment.token, moment.now)
        .await
        .map_err(no_scratch)?;
    let namespaces = declared.given_namespaces(flavor);
    let lent = undeclared(session, declared, observed);
    let loaded = scratch.load(&declared.pieces, &namespaces, &lent).await;
    let failed = loaded.as_ref().err().map_or(0, Vec::len);
    tracing::debug!(
        statements = declared.pieces.len(),
        failed,
        "the declaration was loaded into scratch"
    );
    let schema = match loaded {
        Ok(()) => scratch
            .read(&declared.scope)
            .await
            .map_err(PipelineError::from)
            .map(|mut schema| {
                schema
                    .tables
                    .retain(|name, _| !lent.tables.contains_key(name));
                schema
                    .objects
                    .retain(|key, _| !lent.objects.contains_key(key));
                schema
            }),
        Err(errors) => Err(declared.refuse(errors, flavor, observed)),
    };
    session.discard(scratch).await?;
    let schema = schema?;
    let texts: Vec<&str> = declared.pieces.iter().map(|p| p.text.as_str()).collect();
    let misread = session.dialect().misread(&texts, &schema);
    if misread.is_empty() {
        Ok(schema)
    } else {
        Err(Refusal::from(misread).into())
    }
}

/// What a declaration may lean on without declaring it.
fn undeclared<C: Catalog + ?Sized>(session: &C, declared: &Declared, observed: &Schema) -> Schema {
    let dialect = session.dialect();
    let (tables, _) = dialect.folds(session.server());
    let default = dialect.default_namespace();
    let names: BTreeSet<Name> = declared
        .pieces
        .iter()
        .filter_map(|piece| script::created_name(dialect.flavor(), piece))
        .map(|(schema, name)| {
            // SQLite's `main` is the file itself.
            let schema = schema.filter(|_| !default.is_empty());
            Name::new(schema.unwrap_or_else(|| default.to_owned()), name)
        })
        .map(|name| tables.name(&name))
        .collect();
    let mut lent = observed.clone();
    lent.tables
        .retain(|name, _| !names.contains(&tables.name(name)));
    lent.objects.retain(|key, _| {
        // It can be declared for what is not.
        if key.kind == Kind::Grant {
            return false;
        }
        // Extensions live in no namespace.
        let home = if key.name.schema.is_empty() {
            default
        } else {
            &key.name.schema
        };
        let own = Name::new(home, key.bare());
        !names.contains(&tables.name(&own)) && !names.contains(&tables.name(&key.name))
    });
    lent
}

pub(super) fn no_scratch(error: EngineError) -> PipelineError {
    if error.kind == ErrorKind::Permission {
        return Refusal::one(
            RefusalClass::ScratchUnavailable,
            "scratch database",
            error.to_string(),
            "grant the account what is named, so that a declaration can be tried before it is planned",
        )
        .into();
    }
    error.into()
}
