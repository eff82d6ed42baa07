//! A schema by its parts.

use super::dialect::{FAMILIES, Family, defaults, is_plain, types};
use driftless::engine::Engine;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

/// Names that engines like less or more.
const NAMES: [&str; 14] = [
    "a",
    "b",
    "order",
    "Mixed Case",
    "größe",
    "c_1",
    "select",
    "d",
    "e",
    "value",
    "f",
    "g",
    "h",
    "key",
];

#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) family: Family,
    pub(super) data_type: &'static str,
    pub(super) nullable: bool,
    pub(super) default: Option<&'static str>,
    pub(super) comment: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Index {
    pub(super) name: String,
    pub(super) unique: bool,
    /// Names of columns, each with whether it descends.
    pub(super) columns: Vec<(String, bool)>,
}

#[derive(Clone, Debug)]
pub(super) struct Check {
    pub(super) name: String,
    pub(super) column: String,
    pub(super) number: usize,
}

/// A reference to the key of another table, by a column of its own.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) name: String,
    pub(super) column: String,
    pub(super) table: String,
    pub(super) cascades: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    pub(super) indexes: Vec<Index>,
    pub(super) checks: Vec<Check>,
    pub(super) references: Vec<Reference>,
    /// Twice another column, kept or not.
    pub(super) doubled: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct View {
    pub(super) name: String,
    pub(super) table: String,
    pub(super) columns: Vec<String>,
}

/// Tables, each of which refers to earlier ones only, and views of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Schema {
    pub(super) tables: Vec<Table>,
    pub(super) views: Vec<View>,
    /// How many names were given.
    pub(super) counter: usize,
}

/// The key of every table.
pub(super) const KEY: &str = "id";

/// The column that is computed.
pub(super) const DOUBLED: &str = "twice";

impl Column {
    pub(super) fn any(engine: Engine, name: String, random: &mut StdRng) -> Self {
        let family = *FAMILIES.choose(random).unwrap();
        let data_type = types(engine, family).choose(random).unwrap();
        let mut column = Self {
            name,
            family,
            data_type,
            nullable: random.random_bool(0.6),
            default: None,
            comment: None,
        };
        if random.random_bool(0.5) {
            column.set_default(engine, random);
        }
        column
    }

    pub(super) fn set_default(&mut self, engine: Engine, random: &mut StdRng) {
        self.default = defaults(engine, self.family)
            .choose(random)
            .copied()
            .filter(|_| is_plain(engine, self.data_type));
    }
}

impl Table {
    pub(super) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Another column than the key.
    pub(super) fn some_column(&self, random: &mut StdRng) -> Option<&Column> {
        self.columns.choose(random)
    }

    /// Whether the key of another table, or a computed column, leans on it.
    pub(super) fn is_leant_on(&self, column: &str) -> bool {
        let refers = self.references.iter().any(|key| key.column == column);
        refers || self.doubled.as_deref() == Some(column)
    }

    pub(super) fn free_name(&self, random: &mut StdRng) -> Option<String> {
        let free: Vec<&&str> = NAMES
            .iter()
            .filter(|name| self.column(name).is_none())
            .collect();
        free.choose(random).map(|name| (**name).to_owned())
    }
}

impl Schema {
    /// One to five tables.
    pub(super) fn any(engine: Engine, random: &mut StdRng) -> Self {
        let mut schema = Self::default();
        for _ in 0..random.random_range(1..=5) {
            schema.add_table(engine, random);
        }
        if random.random_bool(0.5) {
            schema.add_view(random);
        }
        schema
    }

    /// A name nothing has.
    pub(super) fn name(&mut self, word: &str) -> String {
        self.counter += 1;
        format!("{word}_{}", self.counter)
    }

    pub(super) fn add_table(&mut self, engine: Engine, random: &mut StdRng) {
        let mut table = Table {
            name: self.name("t"),
            columns: Vec::new(),
            indexes: Vec::new(),
            checks: Vec::new(),
            references: Vec::new(),
            doubled: None,
        };
        for _ in 0..random.random_range(1..=6) {
            if let Some(name) = table.free_name(random) {
                table.columns.push(Column::any(engine, name, random));
            }
        }
        if random.random_bool(0.3) {
            let whole = table.columns.iter().find(|c| c.family == Family::Whole);
            table.doubled = whole.map(|column| column.name.clone());
        }
        self.tables.push(table);
        let at = self.tables.len() - 1;
        for _ in 0..random.random_range(0..=2) {
            self.add_index(engine, at, random);
        }
        if random.random_bool(0.4) {
            self.add_check(at, random);
        }
        if random.random_bool(0.5) {
            self.add_reference(engine, at, random);
        }
    }

    pub(super) fn add_index(&mut self, engine: Engine, at: usize, random: &mut StdRng) {
        let name = self.name("i");
        let table = &mut self.tables[at];
        let fit: Vec<&Column> = table
            .columns
            .iter()
            .filter(|column| {
                is_plain(engine, column.data_type) && column.data_type != "varchar(300)"
            })
            .collect();
        let many = random.random_range(1..=2);
        let columns: Vec<(String, bool)> = fit
            .choose_multiple(random, many)
            .map(|column| (column.name.clone(), random.random_bool(0.3)))
            .collect();
        // Truths are alike in two rows.
        let unique = columns.iter().any(|(name, _)| {
            table
                .column(name)
                .is_some_and(|column| column.family != Family::Truth)
        });
        if !columns.is_empty() {
            table.indexes.push(Index {
                name,
                unique: unique && random.random_bool(0.3),
                columns,
            });
        }
    }

    pub(super) fn add_check(&mut self, at: usize, random: &mut StdRng) {
        let name = self.name("c");
        let table = &mut self.tables[at];
        if let Some(column) = table.some_column(random) {
            let column = column.name.clone();
            let number = random.random_range(0..5);
            table.checks.push(Check {
                name,
                column,
                number,
            });
        }
    }

    /// A column of its own, of the type of the parent's key.
    pub(super) fn add_reference(&mut self, engine: Engine, at: usize, random: &mut StdRng) {
        let (name, column) = (self.name("f"), self.name("ref"));
        let Some(parent) = self.tables[..=at].choose(random) else {
            return;
        };
        let parent = parent.name.clone();
        let data_type = if engine == Engine::Sqlite {
            "INTEGER"
        } else {
            "int"
        };
        let table = &mut self.tables[at];
        table.columns.push(Column {
            name: column.clone(),
            family: Family::Whole,
            data_type,
            nullable: true,
            default: None,
            comment: None,
        });
        table.references.push(Reference {
            name,
            column,
            table: parent,
            cascades: random.random_bool(0.5),
        });
    }

    pub(super) fn add_view(&mut self, random: &mut StdRng) {
        let name = self.name("v");
        let Some(table) = self.tables.choose(random) else {
            return;
        };
        let mut columns = vec![KEY.to_owned()];
        columns.extend(table.columns.iter().take(2).map(|c| c.name.clone()));
        let view = View {
            name,
            table: table.name.clone(),
            columns,
        };
        self.views.push(view);
    }
}
