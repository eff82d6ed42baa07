//! When what comes is made and what goes is dropped, where objects lean on each other: a view may call a
//! function whose body reads the view, and two views may read each other.
//!
//! Such a circle is opened as `pg_dump` does it: a view without its query stands in for the view, with
//! the same columns; its query comes last, and goes first.

use super::super::Lowering;
use crate::engine::aside::{Here, How, Moves};
use crate::engine::postgres::render::quoted_name;
use crate::engine::{Lock, Object, Phase, Statement, Work};
use crate::schema::{Defined, Kind, Name, ObjectKey, fields};
use std::collections::{BTreeMap, BTreeSet};

/// What has come so far.
pub(super) struct Making<'a> {
    comes: BTreeMap<&'a ObjectKey, (&'a Defined, How<'a>)>,
    relations: BTreeMap<&'a Name, &'a ObjectKey>,
    made: BTreeMap<&'a ObjectKey, Phase>,
    standing: BTreeSet<&'a ObjectKey>,
}

impl<'a> Making<'a> {
    pub(super) fn new(moves: &Moves<'a>) -> Self {
        let comes = moves.comes.iter();
        let comes = comes.map(|((key, object), how)| (*key, (*object, *how)));
        let comes: BTreeMap<_, _> = comes.collect();
        let relations = comes.keys().filter(|key| key.kind.is_relation());
        Self {
            relations: relations.map(|key| (&key.name, *key)).collect(),
            comes,
            made: BTreeMap::new(),
            standing: BTreeSet::new(),
        }
    }

    /// What else comes that the object leans on.
    fn needs(&self, object: &Defined) -> Vec<&'a ObjectKey> {
        let used = object.uses.iter();
        let used = used.filter_map(|key| self.comes.get_key_value(key));
        let read = object.depends_on.iter();
        let read = read.filter_map(|on| self.relations.get(&on.table).copied());
        used.map(|(key, _)| *key).chain(read).collect()
    }

    /// The phase in which it comes: its own, or that of the last thing it leans on. Puts in what has to
    /// stand in for a view by then.
    pub(super) fn phase(
        &mut self,
        lowering: &mut Lowering<'_>,
        here: Here<'a>,
        own: Phase,
    ) -> Phase {
        let (key, object) = here;
        let needs = self.needs(object);
        let phases = needs.iter().filter_map(|need| self.made.get(need));
        let phase = phases.copied().fold(own, Phase::max);
        for need in needs {
            let waits = need != key && !self.made.contains_key(need);
            let Some((view, How::Made | How::Back)) = self.comes.get(need).filter(|_| waits) else {
                continue;
            };
            if let Some(stand_in) = without_query(need, view)
                && self.standing.insert(need)
            {
                let statement = Statement::new(format!("CREATE {stand_in}"));
                let cost = (Lock::None, Work::Metadata);
                lowering.push(phase, Object::from(need), statement, cost);
            }
        }
        self.made.insert(key, phase);
        phase
    }

    /// Whether something stands in for it.
    pub(super) fn stands(&self, key: &ObjectKey) -> bool {
        self.standing.contains(key)
    }
}

/// What still leans on what.
pub(super) struct Leaving<'a> {
    left: BTreeSet<&'a ObjectKey>,
    leaning: BTreeMap<&'a ObjectKey, Vec<Here<'a>>>,
}

impl<'a> Leaving<'a> {
    /// Of all that go, in the order in which they go.
    pub(super) fn new(away: &[Here<'a>]) -> Self {
        let left: BTreeSet<&'a ObjectKey> = away.iter().map(|(key, _)| *key).collect();
        let relations = left.iter().filter(|key| key.kind.is_relation());
        let relations: BTreeMap<&Name, &'a ObjectKey> =
            relations.map(|key| (&key.name, *key)).collect();
        let mut leaning: BTreeMap<&'a ObjectKey, Vec<Here<'a>>> = BTreeMap::new();
        for (key, object) in away.iter().filter(|(key, _)| key.kind == Kind::View) {
            let used = object.uses.iter().filter_map(|used| left.get(used));
            let read = object.depends_on.iter();
            let read = read.filter_map(|on| relations.get(&on.table));
            for on in used.chain(read) {
                leaning.entry(on).or_default().push((key, object));
            }
        }
        Self { left, leaning }
    }

    /// Takes the query from views that still lean on what goes now.
    pub(super) fn free(&mut self, lowering: &mut Lowering<'_>, phase: Phase, key: &ObjectKey) {
        self.left.remove(key);
        for (view, object) in self.leaning.remove(key).unwrap_or_default() {
            if self.left.contains(view)
                && let Some(stand_in) = without_query(view, object)
            {
                let statement = Statement::new(format!("CREATE OR REPLACE {stand_in}"));
                let cost = (Lock::BlocksAll, Work::Metadata);
                lowering.push(phase, Object::from(view), statement, cost);
            }
        }
    }
}

/// What stands in for a view, and what makes the view of it.
pub(in crate::engine::postgres) fn stand_in(
    key: &ObjectKey,
    view: &Defined,
) -> Option<(Statement, Vec<Statement>)> {
    let first = Statement::new(format!("CREATE {}", without_query(key, view)?));
    Some((first, super::sql::make(key, &replaced(view))))
}

/// A view of the same columns that reads nothing, behind `CREATE`.
fn without_query(key: &ObjectKey, object: &Defined) -> Option<String> {
    if key.kind != Kind::View {
        return None;
    }
    let columns: Vec<String> = fields(object)?
        .iter()
        .map(|field| match field.data_type.split_once(" COLLATE ") {
            Some((of, collation)) => format!("NULL::{of} COLLATE {collation} AS {}", field.name),
            None => format!("NULL::{} AS {}", field.data_type, field.name),
        })
        .collect();
    let name = quoted_name(&key.name);
    Some(format!("VIEW {name} AS SELECT {}", columns.join(", ")))
}

/// A view that takes the place of what stands in for it.
pub(super) fn replaced(view: &Defined) -> Defined {
    Defined {
        definition: replacing(&view.definition),
        ..view.clone()
    }
}

/// A view's definition where the view, or what stands in for it, is there.
pub(super) fn replacing(definition: &str) -> String {
    definition.replacen("CREATE VIEW", "CREATE OR REPLACE VIEW", 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Attributes;

    #[test]
    fn what_stands_in_has_the_columns_of_the_view() {
        let face = [
            "a integer",
            "\"b c\" character varying(3) COLLATE \"default\"",
        ];
        let view = Defined {
            hash: String::new(),
            definition: String::new(),
            face: face.map(str::to_owned).to_vec(),
            attributes: Attributes::new(),
            depends_on: Vec::new(),
            mentions: Vec::new(),
            uses: Vec::new(),
            strangers: Vec::new(),
            rights: Vec::new(),
        };
        let key = ObjectKey::new(Kind::View, Name::new("s", "v"));
        let expected = "VIEW \"s\".\"v\" AS SELECT NULL::integer AS a, \
             NULL::character varying(3) COLLATE \"default\" AS \"b c\"";
        assert_eq!(without_query(&key, &view).unwrap(), expected);
        let other = ObjectKey::new(Kind::MaterializedView, Name::new("s", "v"));
        assert_eq!(without_query(&other, &view), None);
    }
}
