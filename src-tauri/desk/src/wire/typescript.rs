//! Writes the wire as one TypeScript file, so that the screens cannot drift from the desk.
use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};

use ts_rs::{Config, TS, TypeVisitor};

use super::Failure;

/// Collects every type that crosses the wire.
pub(crate) struct Catalogue {
    config: Config,
    seen: BTreeSet<TypeId>,
    declarations: BTreeMap<String, String>,
    commands: Vec<String>,
}

impl Catalogue {
    pub(crate) fn command<Request: TS + 'static + ?Sized, Answer: TS + 'static + ?Sized>(
        &mut self,
        name: &str,
    ) {
        self.take::<Request>();
        self.take::<Answer>();
        let (request, answer) = (Request::name(&self.config), Answer::name(&self.config));
        self.commands.push(format!("  {name}: [{request}, {answer}];"));
    }

    fn take<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.declarations
                .insert(T::ident(&self.config), format!("{docs}export {}\n", T::decl(&self.config)));
        }
    }
}

impl TypeVisitor for Catalogue {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.take::<T>();
    }
}

/// The whole file, the same every time.
pub fn generate() -> String {
    let config = Config::new().with_large_int("number");
    let mut catalogue =
        Catalogue { config, seen: BTreeSet::new(), declarations: BTreeMap::new(), commands: vec![] };
    catalogue.take::<Failure>();
    super::visit(&mut catalogue);
    let declarations: Vec<String> = catalogue.declarations.into_values().collect();
    format!(
        "// Made from the desk's list of commands (cargo wire). Never edit.\n\n{}\n/** Every command: its request and its answer. */\nexport type Commands = {{\n{}\n}};\n",
        declarations.join("\n"),
        catalogue.commands.join("\n"),
    )
}
