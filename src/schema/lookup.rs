//! Whether a table, a column or an index is there, by the name somebody gives.

use super::{
    Defined, Element, Fold, Index, Key, Name, ObjectKey, Opaque, OpaqueKey, OtherTool, Schema,
    Table, nearest,
};

/// What a name of a table leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A table that is wholly understood.
    Table(&'a Table),
    /// A view.
    View(&'a ObjectKey, &'a Defined),
    /// A table that is seen and not modelled.
    Opaque(&'a OpaqueKey, &'a Opaque),
    /// A table that another migration tool keeps.
    OtherTool(&'a OtherTool),
    /// Nothing; the names nearest to it, nearest first.
    Nothing(Vec<String>),
}

/// The kinds of opaque objects that are read like tables.
const LIKE_TABLES: [&str; 3] = ["table", "virtual table", "foreign table"];

/// How many dots of a name are tried as the one behind its namespace.
const MOST_DOTS: usize = 8;

impl Schema {
    /// What is called `text`: a name, or a namespace, a dot and a name. Without a namespace it is
    /// looked for in `home` (empty where the engine has none); `tables` says when two names of
    /// tables are the same.
    pub fn find(&self, text: &str, home: &str, tables: Fold) -> Found<'_> {
        let mut readings = vec![Name::new(home, text)];
        for (at, _) in text.match_indices('.').take(MOST_DOTS) {
            if let (Some(schema), Some(name)) = (text.get(..at), text.get(at + 1..)) {
                readings.push(Name::new(schema, name));
            }
        }
        for name in readings {
            if let Some(found) = self.called(&tables.name(&name), tables) {
                return found;
            }
        }
        let printed = self.printed(home);
        let near = nearest(text, printed.iter().map(String::as_str));
        Found::Nothing(near.into_iter().map(str::to_owned).collect())
    }

    fn called(&self, wanted: &Name, tables: Fold) -> Option<Found<'_>> {
        let is = |name: &Name| tables.name(name) == *wanted;
        if let Some(table) = self.tables.values().find(|table| is(&table.name)) {
            return Some(Found::Table(table));
        }
        let mut others = self.other_tools.values();
        if let Some(other) = others.find(|other| is(&other.table.name)) {
            return Some(Found::OtherTool(other));
        }
        let mut objects = self.objects.iter();
        let view = objects.find(|(key, _)| key.kind.is_relation() && is(&key.name));
        if let Some((key, view)) = view {
            return Some(Found::View(key, view));
        }
        let mut opaque = self.opaque.iter();
        opaque
            .find(|(key, _)| LIKE_TABLES.contains(&key.kind.as_str()) && is(&key.name))
            .map(|(key, opaque)| Found::Opaque(key, opaque))
    }

    /// All names that [`Schema::find`] finds, the home namespace left out.
    fn printed(&self, home: &str) -> Vec<String> {
        let opaque = self.opaque.keys();
        let opaque = opaque.filter(|key| LIKE_TABLES.contains(&key.kind.as_str()));
        let names = self.tables.keys().chain(self.other_tools.keys());
        let names = names.chain(opaque.map(|key| &key.name));
        let views = self.objects.keys().filter(|key| key.kind.is_relation());
        let names = names.chain(views.map(|key| &key.name));
        names
            .map(|name| {
                if name.schema == home {
                    name.name.clone()
                } else {
                    name.to_string()
                }
            })
            .collect()
    }
}

impl Table {
    /// Whether it has an index of that name, one that a primary key or a unique constraint owns
    /// included.
    pub fn has_index(&self, name: &str, parts: Fold) -> bool {
        let is = |text: &str| !text.is_empty() && parts.same(text, name);
        self.primary_key
            .iter()
            .chain(&self.uniques)
            .any(|key: &Key| is(&key.label().text))
            || self.indexes.iter().any(|i: &Index| is(&i.label().text))
            || self.key_indexes.values().any(|index| is(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Label, Part};

    fn schema(names: &[(&str, &str)]) -> Schema {
        let mut schema = Schema::default();
        for (namespace, name) in names {
            let name = Name::new(*namespace, *name);
            schema.tables.insert(name.clone(), Table::new(name));
        }
        schema
    }

    fn name_of<'a>(found: &'a Found<'a>) -> Option<&'a Name> {
        match found {
            Found::Table(table) => Some(&table.name),
            Found::View(..) | Found::Opaque(..) | Found::OtherTool(_) | Found::Nothing(_) => None,
        }
    }

    #[test]
    fn a_name_is_read_with_and_without_its_namespace() {
        let schema = schema(&[("public", "users"), ("app", "users"), ("public", "a.b")]);
        let find = |text: &str| schema.find(text, "public", Fold::Exact);
        for (text, namespace, name) in [
            ("users", "public", "users"),
            ("public.users", "public", "users"),
            ("app.users", "app", "users"),
            ("a.b", "public", "a.b"),
            ("public.a.b", "public", "a.b"),
        ] {
            assert_eq!(name_of(&find(text)), Some(&Name::new(namespace, name)));
        }
        assert_eq!(find("Users"), Found::Nothing(vec!["users".to_owned()]));
        assert_eq!(
            find("app.user"),
            Found::Nothing(vec!["app.users".to_owned()])
        );
    }

    #[test]
    fn case_counts_where_it_counts_for_the_engine() {
        let schema = schema(&[("", "Users")]);
        assert!(name_of(&schema.find("USERS", "", Fold::AsciiCase)).is_some());
        assert!(name_of(&schema.find("USERS", "", Fold::Exact)).is_none());
    }

    #[test]
    fn an_index_is_there_under_the_name_of_its_constraint() {
        let mut table = Table::new(Name::bare("t"));
        table.primary_key = Some(Key {
            label: Label::generated("PRIMARY"),
            parts: vec![Part::column("id")],
            attributes: Attributes::new(),
        });
        assert!(table.has_index("primary", Fold::UnicodeCase));
        assert!(!table.has_index("primary", Fold::Exact));
        assert!(!table.has_index("", Fold::Exact));
    }
}
