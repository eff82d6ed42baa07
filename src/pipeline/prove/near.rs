//! How much of a schema a proof copies: what a plan touches, what leans on that, and what all of
//! these need.

use crate::plan::Plan;
use crate::schema::{
    Change, Defined, Dependency, Name, ObjectChange, ObjectKey, Opaque, Schema, Table, Term,
};
use std::collections::{BTreeMap, BTreeSet};

/// The neighbourhood of a plan.
pub(super) struct Near {
    /// Tables to copy.
    tables: BTreeSet<Name>,
    /// Objects that the plan touches or that lean on what it touches: without them it proves nothing.
    concerned: BTreeSet<ObjectKey>,
}

impl Near {
    /// Looks at both sides of the plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let schemas = &plan.delta.schemas;
        let mut touched: BTreeSet<Name> = BTreeSet::new();
        let mut concerned: BTreeSet<ObjectKey> = BTreeSet::new();
        for change in &plan.delta.changes {
            match change {
                Change::CreateTable(table) | Change::DropTable(table) => {
                    touched.insert(table.name.clone());
                }
                Change::AlterTable(inside) => {
                    touched.insert(inside.tables.observed.name.clone());
                    touched.insert(inside.tables.desired.name.clone());
                }
                Change::Object(object) => match object {
                    ObjectChange::Create(key, _) | ObjectChange::Drop(key, _) => {
                        concerned.insert(key.clone());
                    }
                    ObjectChange::Replace(replaced) => {
                        concerned.insert(replaced.keys.observed.clone());
                        concerned.insert(replaced.keys.desired.clone());
                    }
                },
                Change::CreateOpaque(_, opaque) | Change::DropOpaque(_, opaque) => {
                    touched.extend(opaque.depends_on.iter().map(|on| on.table.clone()));
                }
                Change::CreateNamespace(_) | Change::DropNamespace(_) => {}
            }
        }
        // A change of a partitioned table is one of its partitions.
        for schema in [&schemas.observed, &schemas.desired] {
            touched.extend(schema.with_partitions(&touched));
        }
        let mut tables = touched.clone();
        for schema in [&schemas.observed, &schemas.desired] {
            let sides = Sides::of(schema);
            sides.spread(&touched, &mut concerned);
            sides.needs(&concerned, &mut tables);
            for opaque in schema.opaque.values() {
                if opaque
                    .depends_on
                    .iter()
                    .any(|on| touched.contains(&on.table))
                {
                    tables.extend(opaque.depends_on.iter().map(|on| on.table.clone()));
                }
            }
        }
        for schema in [&schemas.observed, &schemas.desired] {
            let users = schema.tables.values().filter(|table| {
                let mut keys = concerned.iter();
                keys.any(|key| !key.kind.is_part() && names(table, key.bare()))
            });
            tables.extend(users.map(|table| table.name.clone()));
        }
        let mut near = Self { tables, concerned };
        near.add_neighbours(&schemas.observed);
        near.add_neighbours(&schemas.desired);
        near.add_ancestors(&schemas.observed);
        near.add_ancestors(&schemas.desired);
        near
    }

    /// The tables that a partition is part of.
    fn add_ancestors(&mut self, schema: &Schema) {
        let above = self.tables.iter().flat_map(|name| schema.ancestors(name));
        let above: Vec<Name> = above.cloned().collect();
        self.tables.extend(above);
    }

    /// The tables one foreign key away.
    fn add_neighbours(&mut self, schema: &Schema) {
        let mut found = Vec::new();
        for table in schema.tables.values() {
            for key in &table.foreign_keys {
                if self.tables.contains(&table.name) {
                    found.push(key.references.clone());
                } else if self.tables.contains(&key.references) {
                    found.push(table.name.clone());
                }
            }
        }
        self.tables.extend(found);
    }

    /// The tables, without foreign keys that lead out of them or to what another tool keeps, and
    /// what leans on nothing else.
    pub(super) fn excerpt(&self, schema: &Schema) -> Schema {
        let names = &self.tables;
        let inside = schema
            .tables
            .values()
            .filter(|table| names.contains(&table.name));
        let tables = inside.map(|table| {
            let mut table: Table = table.clone();
            table.foreign_keys.retain(|key| {
                names.contains(&key.references) && !schema.keeps_apart(&key.references)
            });
            (table.name.clone(), table)
        });
        let tables: BTreeMap<Name, Table> = tables.collect();
        let there = |on: &Dependency| names.contains(&on.table);
        let mut opaque = schema.opaque.clone();
        opaque.retain(|_, object: &mut Opaque| object.depends_on.iter().all(there));
        Schema {
            tables,
            objects: self.objects(schema),
            opaque,
            namespaces: schema.namespaces.clone(),
            ..Schema::default()
        }
    }

    /// Objects all of whose needs are copied: what lacks one goes, until nothing does. So those stay that
    /// lean on each other.
    fn objects(&self, schema: &Schema) -> BTreeMap<ObjectKey, Defined> {
        let mut found: BTreeMap<&ObjectKey, &Defined> = schema.objects.iter().collect();
        loop {
            let before = found.len();
            let relations = found.keys().filter(|key| key.kind.is_relation());
            let readable: BTreeSet<&Name> =
                relations.map(|key| &key.name).chain(&self.tables).collect();
            // What belongs to a view or a domain names it, too.
            found.retain(|_, object| {
                let mut needs = object.depends_on.iter();
                needs.all(|on| readable.contains(&on.table))
            });
            if found.len() == before {
                let found = found.into_iter();
                return found
                    .map(|(key, object)| (key.clone(), object.clone()))
                    .collect();
            }
        }
    }

    /// Leaves out what cannot be copied and that the plan does not concern: an extension that this
    /// account may not make, a view of a table that another tool keeps.
    pub(super) fn leave_out(&self, copy: &Schema, observed: &mut Schema, desired: &mut Schema) {
        let missing: Vec<ObjectKey> = observed
            .objects
            .keys()
            .filter(|key| !copy.objects.contains_key(key) && !self.concerned.contains(key))
            .cloned()
            .collect();
        for key in missing {
            observed.objects.remove(&key);
            desired.objects.remove(&key);
        }
    }
}

/// Whether a text of a table holds a name: the type of a column, a default, a check. One too many is
/// copied for nothing.
fn names(table: &Table, name: &str) -> bool {
    let columns = table.columns.iter().flat_map(|column| {
        let generated = column.generated.as_ref();
        [Some(&column.data_type), column.default.as_ref()]
            .into_iter()
            .flatten()
            .chain(generated.map(|generated| &generated.expression))
            .chain(column.attributes.values())
    });
    let checks = table.checks.iter().map(|check| &check.expression);
    let indexes = table.indexes.iter().flat_map(|index| {
        let terms = index.parts.iter().filter_map(|part| match &part.term {
            Term::Expression(sql) => Some(sql),
            Term::Column(_) => None,
        });
        terms.chain(index.attributes.values())
    });
    let mut texts = columns.chain(checks).chain(indexes);
    texts.any(|text| text.contains(name))
}

/// Who leans on what, on one side.
struct Sides<'a> {
    schema: &'a Schema,
    on_relation: BTreeMap<&'a Name, Vec<&'a ObjectKey>>,
    on_object: BTreeMap<&'a ObjectKey, Vec<&'a ObjectKey>>,
    relations: BTreeMap<&'a Name, &'a ObjectKey>,
}

impl<'a> Sides<'a> {
    fn of(schema: &'a Schema) -> Self {
        let mut sides = Self {
            schema,
            on_relation: BTreeMap::new(),
            on_object: BTreeMap::new(),
            relations: BTreeMap::new(),
        };
        for (key, object) in &schema.objects {
            if key.kind.is_relation() {
                sides.relations.insert(&key.name, key);
            }
            for on in &object.depends_on {
                sides.on_relation.entry(&on.table).or_default().push(key);
            }
            for used in &object.uses {
                sides.on_object.entry(used).or_default().push(key);
            }
        }
        sides
    }

    /// Adds everything that leans on what is touched, through views and routines too.
    fn spread(&self, touched: &BTreeSet<Name>, concerned: &mut BTreeSet<ObjectKey>) {
        let direct = touched.iter().filter_map(|name| self.on_relation.get(name));
        let mut open: Vec<&ObjectKey> = direct.flatten().copied().collect();
        let known = concerned
            .iter()
            .filter_map(|key| self.schema.objects.get_key_value(key));
        open.extend(known.map(|(key, _)| key).collect::<Vec<_>>());
        let mut met: BTreeSet<&ObjectKey> = BTreeSet::new();
        while let Some(key) = open.pop() {
            if met.insert(key) {
                let readers = self.on_relation.get(&key.name);
                let readers = readers.filter(|_| key.kind.is_relation());
                open.extend(readers.into_iter().flatten());
                open.extend(self.on_object.get(key).into_iter().flatten());
            }
        }
        concerned.extend(met.into_iter().cloned());
    }

    /// Adds the tables that these objects need, through views too.
    fn needs(&self, concerned: &BTreeSet<ObjectKey>, tables: &mut BTreeSet<Name>) {
        let mut open: Vec<&ObjectKey> = concerned.iter().collect();
        let mut met: BTreeSet<&ObjectKey> = BTreeSet::new();
        while let Some(key) = open.pop() {
            let Some((key, object)) = self.schema.objects.get_key_value(key) else {
                continue;
            };
            if met.insert(key) {
                for on in &object.depends_on {
                    match self.relations.get(&on.table) {
                        Some(view) => open.push(view),
                        None => {
                            tables.insert(on.table.clone());
                        }
                    }
                }
                open.extend(&object.uses);
            }
        }
    }
}
