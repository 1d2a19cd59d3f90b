//! The structure of a file for whoever hears it: headings, paragraphs, tables and lists in the order they are read
//! (PDF 32000-1, 14.7 and 14.8). What is only ornament belongs to nobody and is passed over.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use crate::role::Role;
use crate::sheet::{Area, Block, Cmd};

/// A number, dot or box before an entry is no longer than this.
const LONGEST_LABEL: usize = 3;
const DOCUMENT: usize = 0;

/// The tree, in the order in which its elements are met.
pub(super) struct Structure {
    elements: Vec<Element>,
    /// Which element owns each mark of each page.
    pages: Vec<Vec<usize>>,
    several_pages: bool,
    /// Where blocks of this page go.
    section: usize,
    /// The table or list that goes on while its rows follow each other.
    open: Option<(&'static str, usize)>,
    page_height: f32,
}

struct Element {
    kind: &'static str,
    parent: usize,
    page: usize,
    kids: Vec<Kid>,
    more: Option<More>,
}

enum Kid {
    Element(usize),
    Mark(usize),
}

/// What some elements say about themselves.
enum More {
    /// A head cell names its `Row` or its `Column`.
    Scope(&'static str),
    /// A picture in words, and where it stands.
    Picture { text: String, area: [f32; 4] },
}

impl Structure {
    pub(super) fn new(several_pages: bool) -> Self {
        let root = Element { kind: "Document", parent: DOCUMENT, page: 0, kids: Vec::new(), more: None };
        Self {
            elements: vec![root],
            pages: Vec::new(),
            several_pages,
            section: DOCUMENT,
            open: None,
            page_height: 0.0,
        }
    }

    pub(super) fn begin_page(&mut self, height: f32) {
        (self.open, self.page_height) = (None, height);
        self.pages.push(Vec::new());
        if self.several_pages {
            self.section = self.add(DOCUMENT, "Sect");
        }
    }

    pub(super) fn kind(&self, element: usize) -> &'static str {
        self.elements[element].kind
    }

    /// A new mark on this page, owned by `element`; gives its number.
    pub(super) fn mark(&mut self, element: usize) -> usize {
        let marks = self.pages.last_mut().expect("a page has begun");
        marks.push(element);
        let number = marks.len() - 1;
        self.elements[element].kids.push(Kid::Mark(number));
        number
    }

    /// For each command of a block the element it belongs to; none for ornament.
    pub(super) fn owners(&mut self, block: &Block) -> Vec<Option<usize>> {
        let role = Role::of(block);
        let parent = self.parent(role);
        let mut place = Place { role, parent, texts: 0, current: None };
        block
            .commands
            .iter()
            .map(|command| match command {
                _ if role == Role::Mark => None,
                Cmd::Fill { .. } | Cmd::Frame { .. } => None,
                // Only 見本 is turned.
                Cmd::Text { angle, .. } if *angle != 0.0 => None,
                Cmd::Text { glyphs, .. } => Some(self.text(&mut place, glyphs.len())),
                Cmd::Modules { area, text, .. } => Some(self.picture(text, area)),
                Cmd::Cell { head, .. } => {
                    let cell = self.add(place.parent, if *head { "TH" } else { "TD" });
                    self.elements[cell].more = head.then_some(More::Scope("Column"));
                    place.current = Some(cell);
                    None
                }
            })
            .collect()
    }

    /// Rows go into the table, entries into the list that is open; everything else ends them.
    fn parent(&mut self, role: Role) -> usize {
        let (outer, inner) = match role {
            Role::Mark => return self.section,
            Role::Row | Role::Cells => ("Table", "TR"),
            Role::Item => ("L", "LI"),
            Role::Title | Role::Heading | Role::Paragraph | Role::Lines => {
                self.open = None;
                return self.section;
            }
        };
        let group = match self.open {
            Some((kind, group)) if kind == outer => group,
            _ => self.add(self.section, outer),
        };
        self.open = Some((outer, group));
        self.add(group, inner)
    }

    fn text(&mut self, place: &mut Place, length: usize) -> usize {
        place.texts += 1;
        let first = place.texts == 1;
        let kind = match place.role {
            Role::Title => "H1",
            Role::Heading => "H2",
            Role::Row if first => "TH",
            Role::Row => "TD",
            Role::Item if first && length <= LONGEST_LABEL => "Lbl",
            Role::Item => "LBody",
            Role::Cells => "TD",
            Role::Paragraph | Role::Lines | Role::Mark => "P",
        };
        match place.current {
            Some(same) if place.role != Role::Lines && self.goes_on(place.role, same, kind) => same,
            _ => {
                let element = self.add(place.parent, kind);
                self.elements[element].more = (kind == "TH").then_some(More::Scope("Row"));
                place.current = Some(element);
                element
            }
        }
    }

    /// Whether a text continues the element before it. A marked cell takes whatever follows.
    fn goes_on(&self, role: Role, element: usize, kind: &str) -> bool {
        role == Role::Cells || self.kind(element) == kind
    }

    fn picture(&mut self, text: &str, area: &Area) -> usize {
        let figure = self.add(self.section, "Figure");
        let (top, bottom) = (self.page_height - area.y, self.page_height - area.bottom());
        let area = [area.x, bottom, area.right(), top].map(super::fine);
        self.elements[figure].more =
            Some(More::Picture { text: format!("二次元コード　{text}"), area });
        figure
    }

    fn add(&mut self, parent: usize, kind: &'static str) -> usize {
        let page = self.pages.len().saturating_sub(1);
        let element = self.elements.len();
        self.elements.push(Element { kind, parent, page, kids: Vec::new(), more: None });
        self.elements[parent].kids.push(Kid::Element(element));
        element
    }

    /// Writes the tree and ties it to the pages; gives its root for the catalog.
    pub(super) fn write(&self, document: &mut Document, pages: &[ObjectId]) -> ObjectId {
        let root = document.new_object_id();
        let first = document.max_id + 1;
        let id = |element: usize| (first + element as u32, 0);
        document.max_id += self.elements.len() as u32;
        for (i, element) in self.elements.iter().enumerate() {
            let parent = if i == DOCUMENT { root } else { id(element.parent) };
            document.set_object(id(i), element.dictionary(parent, pages[element.page], id));
        }
        let mut numbers = Vec::with_capacity(2 * pages.len());
        for (i, (page, owners)) in pages.iter().zip(&self.pages).enumerate() {
            let owners: Vec<Object> = owners.iter().map(|e| id(*e).into()).collect();
            numbers.extend([Object::Integer(i as i64), document.add_object(owners).into()]);
            if let Ok(page) = document.get_dictionary_mut(*page) {
                page.set("StructParents", i as i64);
                page.set("Tabs", "S");
            }
        }
        let parents = document.add_object(dictionary! { "Nums" => numbers });
        document.set_object(
            root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => id(DOCUMENT),
                "ParentTree" => parents,
                "ParentTreeNextKey" => pages.len() as i64,
            },
        );
        root
    }
}

/// Where in a block the next text goes.
struct Place {
    role: Role,
    parent: usize,
    texts: usize,
    current: Option<usize>,
}

impl Element {
    fn dictionary(&self, parent: ObjectId, page: ObjectId, id: impl Fn(usize) -> ObjectId) -> Dictionary {
        let mut kids: Vec<Object> = self
            .kids
            .iter()
            .map(|kid| match kid {
                Kid::Element(element) => id(*element).into(),
                Kid::Mark(number) => Object::Integer(*number as i64),
            })
            .collect();
        let mut dictionary = dictionary! { "S" => self.kind, "P" => parent };
        if self.kids.iter().any(|kid| matches!(kid, Kid::Mark(_))) {
            dictionary.set("Pg", page);
        }
        match kids.len() {
            0 => {}
            1 => dictionary.set("K", kids.swap_remove(0)),
            _ => dictionary.set("K", kids),
        }
        match &self.more {
            None => {}
            Some(More::Scope(scope)) => {
                dictionary.set("A", dictionary! { "O" => "Table", "Scope" => *scope });
            }
            Some(More::Picture { text, area }) => {
                let area = area.map(Object::Real).to_vec();
                dictionary.set("Alt", utf16(text));
                dictionary.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => area });
            }
        }
        dictionary
    }
}

/// A text string with its byte order mark (PDF 32000-1, 7.9.2.2).
fn utf16(text: &str) -> Object {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}
