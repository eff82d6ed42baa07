//! What views, triggers and virtual tables lean on, by the names in their texts.

use super::super::depend::Definition;
use crate::schema::{Dependency, Name, ObjectKey, OpaqueKey, Schema};
use std::collections::BTreeSet;

/// One object while it is looked into.
struct Node {
    key: Key,
    on: Vec<Dependency>,
    views: Vec<usize>,
}

enum Key {
    Object(ObjectKey),
    Opaque(OpaqueKey),
}

/// Finds what each of them leans on: tables, those out of scope included, and whatever the views
/// and virtual tables that it mentions lean on themselves.
pub(super) fn all(schema: &mut Schema, excluded: &[&str]) {
    let mut nodes = read(schema, excluded);
    for at in 0..nodes.len() {
        let (mut open, mut met) = (vec![at], BTreeSet::from([at]));
        let mut all: BTreeSet<Dependency> = BTreeSet::new();
        let mut uses = Vec::new();
        while let Some(next) = open.pop() {
            let Some(node) = nodes.get(next) else {
                continue;
            };
            all.extend(node.on.iter().cloned());
            for view in &node.views {
                if met.insert(*view) {
                    open.push(*view);
                    if let (true, Some(Key::Object(key))) =
                        (next == at, nodes.get(*view).map(|node| &node.key))
                    {
                        uses.push(key.clone());
                    }
                }
            }
        }
        let all = all.into_iter().collect();
        match nodes.get_mut(at).map(|node| &node.key) {
            Some(Key::Object(key)) => {
                if let Some(object) = schema.objects.get_mut(key) {
                    object.depends_on = all;
                    object.uses = uses;
                }
            }
            Some(Key::Opaque(key)) => {
                if let Some(opaque) = schema.opaque.get_mut(key) {
                    opaque.depends_on = all;
                }
            }
            None => {}
        }
    }
}

fn read(schema: &Schema, excluded: &[&str]) -> Vec<Node> {
    let objects = schema.objects.iter();
    let objects = objects.map(|(key, object)| {
        let sql = object.definition.as_str();
        (Key::Object(key.clone()), sql)
    });
    let opaque = schema.opaque.iter().map(|(key, opaque)| {
        let sql = opaque.definition.as_deref().unwrap_or_default();
        (Key::Opaque(key.clone()), sql)
    });
    let texts: Vec<(Key, &str)> = objects.chain(opaque).collect();
    let read: Vec<(Option<&str>, Definition<'_>)> = texts
        .iter()
        .map(|(key, sql)| (readable(key), Definition::new(sql)))
        .collect();
    let names: Vec<Option<String>> = read
        .iter()
        .map(|(name, _)| name.map(str::to_owned))
        .collect();
    let details: Vec<(Vec<Dependency>, Vec<usize>)> = read
        .iter()
        .enumerate()
        .map(|(at, (_, definition))| {
            let mut on = definition.dependencies(schema.tables.values());
            let outside = excluded.iter().filter(|name| definition.names(name));
            on.extend(outside.map(|name| Dependency {
                table: Name::bare(*name),
                column: None,
            }));
            let others = names.iter().enumerate();
            let views = others.filter(|(other, name)| {
                *other != at && name.as_deref().is_some_and(|name| definition.names(name))
            });
            (on, views.map(|(other, _)| other).collect())
        })
        .collect();
    let keys = texts.into_iter().map(|(key, _)| key);
    keys.zip(details)
        .map(|(key, (on, views))| Node { key, on, views })
        .collect()
}

/// The name by which others can read it; triggers are not read.
fn readable(key: &Key) -> Option<&str> {
    match key {
        Key::Object(key) => key.kind.is_relation().then_some(key.name.name.as_str()),
        Key::Opaque(key) => Some(&key.name.name),
    }
}
