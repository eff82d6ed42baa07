//! The statements that make a schema in an empty database.

use super::dialect::Dialect;
use super::kind::Server;
use super::manner::Manner;
use super::statement::Statement;
use super::step::{Phase, Step, Unsupported};
use crate::schema::{Kind, Name, OpaqueKey, Pair, Schema, diff};
use std::collections::{BTreeMap, BTreeSet};

/// How a schema is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Creation {
    /// The objects in an order in which each finds what it leans on. Run one after the other in an
    /// empty database, their statements make the same model.
    pub objects: Vec<Created>,
    /// Objects whose engine prints no statement that makes them, each with the reason why it is
    /// not modelled.
    pub unwritten: Vec<(OpaqueKey, String)>,
    /// What cannot be made by statements.
    pub unsupported: Vec<Unsupported>,
}

/// The statements that make one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Created {
    /// `table` with everything that is part of it; `foreign key` for one that closes a circle of
    /// tables; or what the engine calls the object.
    pub kind: String,
    /// The object; for a foreign key, the table it starts at.
    pub name: Name,
    /// Its statements.
    pub statements: Vec<Statement>,
}

/// How `schema` is made in an empty database on such a server.
pub fn creation(dialect: &dyn Dialect, server: &Server, schema: &Schema) -> Creation {
    let mut wanted = schema.clone();
    wanted
        .opaque
        .retain(|_, opaque| opaque.definition.is_some());
    // A copy belongs to who makes it.
    for object in wanted.objects.values_mut() {
        object.rights.clear();
    }
    let home = dialect.default_namespace();
    let empty = Schema {
        namespaces: (!home.is_empty())
            .then(|| home.to_owned())
            .into_iter()
            .collect(),
        ..Schema::default()
    };
    let (tables, parts) = dialect.folds(server);
    let pair = Pair {
        observed: empty,
        desired: wanted,
    };
    let delta = diff(pair, Vec::new(), tables, parts);
    let mut lowered = dialect.lower(server, &delta, &Manner::plain());
    lowered.steps.sort_by_key(|step| step.phase);
    let unwritten = schema.opaque.iter();
    let unwritten = unwritten.filter(|(_, opaque)| opaque.definition.is_none());
    Creation {
        objects: Order::of(lowered.steps, schema).objects(),
        unwritten: unwritten
            .map(|(key, opaque)| (key.clone(), opaque.reason.clone()))
            .collect(),
        unsupported: lowered.unsupported,
    }
}

/// The steps by what they make.
struct Order<'a> {
    schema: &'a Schema,
    before: Vec<Created>,
    tables: BTreeMap<&'a Name, Vec<Step>>,
    after: Vec<Created>,
}

impl<'a> Order<'a> {
    fn of(steps: Vec<Step>, schema: &'a Schema) -> Self {
        let mut order = Self {
            schema,
            before: Vec::new(),
            tables: BTreeMap::new(),
            after: Vec::new(),
        };
        for step in steps {
            let table = schema.tables.get_key_value(&step.object.name);
            // Triggers and the like carry the name of their table, and come after all of them.
            let apart = Kind::parse(&step.object.kind).is_some();
            match table {
                Some((name, _)) if !apart => {
                    order.tables.entry(name).or_default().push(step);
                }
                _ if step.phase <= Phase::CreateTables => order.before.push(alone(step)),
                _ => order.after.push(alone(step)),
            }
        }
        order
    }

    fn objects(mut self) -> Vec<Created> {
        let mut objects = std::mem::take(&mut self.before);
        let (mut made, mut circles) = (BTreeSet::new(), Vec::new());
        for name in by_reference(self.schema) {
            let Some(steps) = self.tables.remove(name) else {
                continue;
            };
            made.insert(name);
            let closes = |step: &Step| early(self.schema, name, step, &made);
            let (later, now): (Vec<Step>, Vec<Step>) = steps.into_iter().partition(closes);
            circles.extend(later.into_iter().map(alone));
            objects.push(Created {
                kind: "table".to_owned(),
                name: name.clone(),
                statements: now.into_iter().flat_map(|step| step.statements).collect(),
            });
        }
        objects.append(&mut circles);
        objects.append(&mut self.after);
        objects
    }
}

fn alone(step: Step) -> Created {
    Created {
        kind: step.object.kind,
        name: step.object.name,
        statements: step.statements,
    }
}

/// Whether a step of a table makes a foreign key to one that is made only later.
fn early(schema: &Schema, table: &Name, step: &Step, made: &BTreeSet<&Name>) -> bool {
    let later = |parent: &Name| schema.tables.contains_key(parent) && !made.contains(parent);
    let keys = schema.tables.get(table).map(|table| &table.foreign_keys);
    step.object.kind == "foreign key"
        && keys
            .into_iter()
            .flatten()
            .any(|key| key.label.text == step.object.part && later(&key.references))
}

/// All tables, each after those its foreign keys refer to, as far as there is such an order, and
/// after the one it is a partition of.
pub(in crate::engine) fn by_reference(schema: &Schema) -> Vec<&Name> {
    let (mut met, mut sorted) = (BTreeSet::new(), Vec::new());
    for name in schema.tables.keys() {
        // A path of its own rather than recursion: a chain of tables may be long.
        let mut path = vec![(name, false)];
        while let Some((name, done)) = path.pop() {
            if done {
                sorted.push(name);
            } else if met.insert(name) {
                path.push((name, true));
                let parents = schema.tables.get(name).into_iter();
                let parents = parents.flat_map(|table| &table.foreign_keys);
                let parents = parents.map(|key| &key.references);
                let parents = parents.chain(schema.ancestors(name));
                let parents = parents.filter_map(|parent| schema.tables.get_key_value(parent));
                path.extend(parents.map(|(parent, _)| (parent, false)));
            }
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, ForeignKey, Label, Table};

    fn schema(tables: &[(&str, &[&str])]) -> Schema {
        let mut schema = Schema::default();
        for (name, parents) in tables {
            let mut table = Table::new(Name::bare(*name));
            table.foreign_keys = parents
                .iter()
                .map(|parent| ForeignKey {
                    label: Label::given(format!("to_{parent}")),
                    columns: vec!["x".to_owned()],
                    references: Name::bare(*parent),
                    referenced: vec!["id".to_owned()],
                    attributes: Attributes::new(),
                })
                .collect();
            schema.tables.insert(table.name.clone(), table);
        }
        schema
    }

    #[test]
    fn parents_come_before_their_children_and_circles_end() {
        let schema = schema(&[
            ("a", &["c"]),
            ("b", &["a", "b"]),
            ("c", &[]),
            ("x", &["y"]),
            ("y", &["x"]),
        ]);
        let order: Vec<String> = by_reference(&schema)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(order, ["c", "a", "b", "y", "x"]);
    }
}
