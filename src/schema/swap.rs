//! Types that are swapped: one that columns are of cannot be dropped and made again. It is renamed
//! away, the desired one is made, each column goes over to it, and the first one is dropped last.
//!
//! Columns are compared as they are after the rename, so that everything that is said about a
//! column that gets another type holds for them, too.

use super::face::becomes_in_use;
use super::{
    Attribute, Defined, Generated, Kind, Name, ObjectKey, Pair, Schema, Table, Term, helper_name,
    is_helper, name,
};
use std::collections::{BTreeMap, BTreeSet};

/// The types of a difference that are swapped, each with the name it has meanwhile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Swaps {
    swapped: BTreeMap<ObjectKey, Swapped>,
    /// What an interrupted swap left, with all that it can have been left by.
    left: Vec<(ObjectKey, Swapped)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Swapped {
    meanwhile: Name,
    objects: Pair<Defined>,
}

impl Swaps {
    /// Those types that are not what is desired, cannot be altered into it, and are held: by a
    /// column, or by another type that is. What holds one is swapped with it.
    pub(super) fn of(schemas: &Pair<Schema>) -> Self {
        let Pair { observed, desired } = schemas;
        let mut family: BTreeSet<&ObjectKey> = observed
            .objects
            .iter()
            .filter(|(key, before)| {
                let after = desired.objects.get(*key);
                can_be_swapped(key.kind)
                    && after.is_some_and(|desired| {
                        let objects = Pair {
                            observed: *before,
                            desired,
                        };
                        !becomes_in_use(key.kind, objects)
                            || narrows_inside_others(key, objects, schemas)
                    })
            })
            .map(|(key, _)| key)
            .collect();
        let left = left_over(schemas);
        if family.is_empty() {
            return Self {
                left,
                ..Self::default()
            };
        }
        let types: Vec<(&ObjectKey, &Defined)> = observed
            .objects
            .iter()
            .filter(|(key, _)| can_be_swapped(key.kind) && desired.objects.contains_key(*key))
            .collect();
        let is_made_of = |object: &Defined, among: &BTreeSet<&ObjectKey>| {
            object.uses.iter().any(|used| among.contains(used))
        };
        grow(&mut family, |family| {
            let made = types
                .iter()
                .filter(|(_, object)| is_made_of(object, family));
            made.map(|(key, _)| *key).collect()
        });
        let columns = observed.tables.values().flat_map(|table| &table.columns);
        let of_columns: BTreeSet<Name> = columns
            .filter_map(|column| name::type_name(&column.data_type))
            .collect();
        let mut held: BTreeSet<&ObjectKey> = family
            .iter()
            .copied()
            .filter(|key| of_columns.contains(&key.name))
            .collect();
        grow(&mut held, |held| {
            let holders = held.iter().filter_map(|key| observed.objects.get(*key));
            let used = holders.flat_map(|holder| &holder.uses);
            used.filter_map(|used| family.get(used).copied()).collect()
        });
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for schema in [observed, desired] {
            taken.extend(schema.objects.keys().map(|key| key.name.name.as_str()));
            taken.extend(schema.tables.keys().map(|name| name.name.as_str()));
        }
        let taken: Vec<&str> = taken.into_iter().collect();
        let swapped = held.into_iter().filter_map(|key| {
            let helper = helper_name(&key.name, key.kind.as_str(), &taken);
            let swapped = Swapped {
                meanwhile: Name::new(&key.name.schema, helper),
                objects: Pair {
                    observed: observed.objects.get(key)?.clone(),
                    desired: desired.objects.get(key)?.clone(),
                },
            };
            Some((key.clone(), swapped))
        });
        Self {
            swapped: swapped.collect(),
            left,
        }
    }

    /// The name that a type has until it is dropped, if it is swapped.
    pub fn meanwhile(&self, key: &ObjectKey) -> Option<&Name> {
        self.swapped.get(key).map(|swapped| &swapped.meanwhile)
    }

    /// The type that the two types of a changed column are of, before and after, if it is swapped or
    /// was being swapped when a plan was interrupted.
    pub fn between(&self, observed: &str, desired: &str) -> Option<(&ObjectKey, Pair<&Defined>)> {
        let is_array = |printed: &str| printed.ends_with("[]");
        let (before, after) = (name::type_name(observed)?, name::type_name(desired)?);
        let left = self.left.iter().map(|(key, left)| (key, left));
        let mut all = self.swapped.iter().chain(left);
        let found = all.find(|(key, swapped)| {
            swapped.meanwhile == before
                && key.name == after
                && is_array(observed) == is_array(desired)
        });
        found.map(|(key, swapped)| (key, swapped.objects.as_ref()))
    }

    /// Whether a type, as a changed column had it, is one that is swapped.
    pub fn leaves(&self, observed: &str) -> bool {
        name::type_name(observed).is_some_and(|name| {
            let mut all = self.swapped.values();
            all.any(|swapped| swapped.meanwhile == name)
        })
    }

    /// The enums among the swapped types that such a type is or is made of.
    pub fn enums<'a>(
        &'a self,
        key: &ObjectKey,
        objects: Pair<&'a Defined>,
    ) -> Vec<Pair<&'a Defined>> {
        if key.kind == Kind::Enum {
            return vec![objects];
        }
        let mut open: Vec<&ObjectKey> = objects.observed.uses.iter().collect();
        let mut met: BTreeSet<&ObjectKey> = BTreeSet::new();
        let mut found = Vec::new();
        while let Some(next) = open.pop() {
            let Some((key, swapped)) = self.swapped.get_key_value(next) else {
                continue;
            };
            if met.insert(key) {
                if key.kind == Kind::Enum {
                    found.push(swapped.objects.as_ref());
                }
                open.extend(&swapped.objects.observed.uses);
            }
        }
        found
    }

    /// Whether an object leans on a type that is swapped.
    pub fn concern(&self, object: &Defined) -> bool {
        object
            .uses
            .iter()
            .any(|used| self.swapped.contains_key(used))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.swapped.is_empty()
    }

    /// A table as it is once the swapped types are renamed away.
    pub(super) fn carry(&self, table: &Table) -> Table {
        let mut table = table.clone();
        if self.is_empty() {
            return table;
        }
        let text = |sql: &mut String| {
            *sql = name::replace_qualified(sql, |name| {
                let mut all = self.swapped.iter();
                let found = all.find(|(key, _)| key.name == *name);
                found.map(|(_, swapped)| swapped.meanwhile.name.clone())
            });
        };
        for column in &mut table.columns {
            text(&mut column.data_type);
            column.default.iter_mut().for_each(text);
            if let Some(Generated { expression, .. }) = &mut column.generated {
                text(expression);
            }
        }
        for index in &mut table.indexes {
            for part in &mut index.parts {
                if let Term::Expression(sql) = &mut part.term {
                    text(sql);
                }
            }
            let predicate = index.attributes.get_mut(&Attribute::Predicate);
            predicate.into_iter().for_each(text);
        }
        table
            .checks
            .iter_mut()
            .for_each(|check| text(&mut check.expression));
        table
    }
}

/// Types that columns can be of and that a server neither alters nor replaces in place.
fn can_be_swapped(kind: Kind) -> bool {
    matches!(kind, Kind::Enum | Kind::CompositeType | Kind::Domain)
}

/// Whether a domain takes fewer values from now on while an array or a composite type that a column
/// is of is made of it: the server cannot look at the values there ("cannot alter type because column
/// uses it").
fn narrows_inside_others(key: &ObjectKey, objects: Pair<&Defined>, schemas: &Pair<Schema>) -> bool {
    if key.kind != Kind::Domain {
        return false;
    }
    let Pair { observed, desired } = schemas;
    let required = |object: &Defined| object.attributes.contains_key(&Attribute::ValueNotNull);
    let comes = |(check, after): (&ObjectKey, &Defined)| {
        let before = observed.objects.get(check);
        check.kind == Kind::DomainCheck
            && check.name == key.name
            && before.is_none_or(|before| before.hash != after.hash)
    };
    let stricter = required(objects.desired) && !required(objects.observed)
        || desired.objects.iter().any(comes);
    let mut columns = observed.tables.values().flat_map(|table| &table.columns);
    let holders: BTreeSet<&Name> = observed
        .objects
        .iter()
        .filter(|(holder, object)| holder.kind == Kind::CompositeType && object.uses.contains(key))
        .map(|(holder, _)| &holder.name)
        .collect();
    stricter
        && columns.any(|column| {
            let is_array = column.data_type.ends_with("[]");
            name::type_name(&column.data_type)
                .is_some_and(|of| is_array && of == key.name || holders.contains(&of))
        })
}

/// Types under the name of a helper, each with every type it can have been.
fn left_over(schemas: &Pair<Schema>) -> Vec<(ObjectKey, Swapped)> {
    let observed = schemas.observed.objects.iter();
    let helpers = observed.filter(|(key, _)| can_be_swapped(key.kind) && is_helper(key.bare()));
    let with = |(helper, before): (&ObjectKey, &Defined)| {
        let desired = schemas.desired.objects.iter();
        let alike = desired.filter(|(key, _)| key.kind == helper.kind && !is_helper(key.bare()));
        let pairs = alike.map(|(key, after)| {
            let swapped = Swapped {
                meanwhile: helper.name.clone(),
                objects: Pair {
                    observed: before.clone(),
                    desired: after.clone(),
                },
            };
            (key.clone(), swapped)
        });
        pairs.collect::<Vec<_>>()
    };
    helpers.flat_map(with).collect()
}

/// Adds to a set what follows from it until nothing more does.
fn grow<'a>(
    set: &mut BTreeSet<&'a ObjectKey>,
    more: impl Fn(&BTreeSet<&'a ObjectKey>) -> Vec<&'a ObjectKey>,
) {
    loop {
        let before = set.len();
        let found = more(set);
        set.extend(found);
        if set.len() == before {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Column};

    fn object(face: &[&str], uses: &[&ObjectKey]) -> Defined {
        Defined {
            hash: face.join(","),
            definition: String::new(),
            face: face.iter().map(|line| (*line).to_owned()).collect(),
            attributes: Attributes::new(),
            depends_on: Vec::new(),
            mentions: Vec::new(),
            uses: uses.iter().map(|key| (*key).clone()).collect(),
            strangers: Vec::new(),
            rights: Vec::new(),
        }
    }

    fn key(kind: Kind, text: &str) -> ObjectKey {
        ObjectKey::new(kind, Name::new("public", text))
    }

    fn schema(labels: &[&str], column: &str) -> Schema {
        let (mood, domain) = (key(Kind::Enum, "Mood"), key(Kind::Domain, "d"));
        let mut schema = Schema::default();
        let mut table = Table::new(Name::new("public", "t"));
        table.columns.push(Column {
            name: "c".to_owned(),
            data_type: column.to_owned(),
            nullable: true,
            default: Some("'a''public.\"Mood\"'::public.\"Mood\"".to_owned()),
            generated: None,
            attributes: Attributes::new(),
        });
        schema.tables.insert(table.name.clone(), table);
        let other = key(Kind::Enum, "other");
        schema.objects.insert(domain, object(&["x"], &[&mood]));
        schema.objects.insert(mood, object(labels, &[]));
        schema.objects.insert(other, object(&["a"], &[]));
        schema
    }

    fn swaps(column: &str) -> Swaps {
        Swaps::of(&Pair {
            observed: schema(&["a", "b"], column),
            desired: schema(&["b"], column),
        })
    }

    /// PG26.
    #[test]
    fn a_type_is_swapped_when_a_column_is_of_it() {
        let found = swaps("public.\"Mood\"[]");
        let meanwhile = found.meanwhile(&key(Kind::Enum, "Mood")).unwrap();
        assert!(is_helper(&meanwhile.name));
        assert_eq!(found.meanwhile(&key(Kind::Domain, "d")), None);
        let carried = found
            .carry(&schema(&["a", "b"], "public.\"Mood\"[]").tables[&Name::new("public", "t")]);
        let column = &carried.columns[0];
        assert_eq!(column.data_type, format!("public.{}[]", meanwhile.name));
        assert_eq!(
            column.default.as_deref(),
            Some(&*format!("'a''public.\"Mood\"'::public.{}", meanwhile.name))
        );
        assert!(found.leaves(&column.data_type));
        let (between, _) = found
            .between(&column.data_type, "public.\"Mood\"[]")
            .unwrap();
        assert_eq!(*between, key(Kind::Enum, "Mood"));
        assert!(found.between(&column.data_type, "text[]").is_none());
        assert!(
            found
                .between(&column.data_type, "public.\"Mood\"")
                .is_none()
        );
        assert!(swaps("text").is_empty());
        assert!(swaps("public.mood").is_empty());
    }

    #[test]
    fn what_a_column_is_of_by_way_of_a_domain_is_swapped_with_it() {
        let found = swaps("public.d");
        let (mood, domain) = (key(Kind::Enum, "Mood"), key(Kind::Domain, "d"));
        assert!(found.meanwhile(&mood).is_some() && found.meanwhile(&domain).is_some());
        let carried = found.meanwhile(&domain).unwrap().to_string();
        let (key, objects) = found.between(&carried, "public.d").unwrap();
        assert_eq!(found.enums(key, objects).len(), 1);
    }
}
