//! The wire on loopback, for tests only and never shipped: a browser or a script drives the real desk.
//!
//! `serve --folder DIR [--practice] [--port N] [--ui DIR] [--now 2026-11-24T09:31:00] [--out DIR]`
//! `POST /call/<command>` with the request as JSON answers 200 with the answer or 422 with the failure.
//! `POST /clock` with a moment as text moves the clock. Anything else is a file of `--ui`.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDateTime;
use desk::{Clock, Desk, Outside, Place, REQUEST_LIMIT, SetClock, SystemClock};

/// The system's clock until a test sets another.
struct Movable(Mutex<Option<NaiveDateTime>>);

impl Clock for Movable {
    fn now(&self) -> NaiveDateTime {
        let set = *self.0.lock().expect("a clock is only read and set");
        set.map_or_else(|| SystemClock.now(), |now| SetClock::at(now).now())
    }
}

/// Prints and saves into a folder, where a test finds it.
struct Folder(PathBuf);

impl Folder {
    fn put(&self, pdf: &[u8], name: &str) -> Result<(), String> {
        std::fs::create_dir_all(&self.0).map_err(|e| e.to_string())?;
        std::fs::write(self.0.join(name), pdf).map_err(|e| e.to_string())
    }
}

impl Outside for Folder {
    fn print(&self, pdf: &[u8], job: &desk::PrintJob) -> Result<String, String> {
        self.put(pdf, &format!("{}.pdf", job.title))?;
        Ok(format!("folder: {}", job.title))
    }
    fn save(&self, pdf: &[u8], suggested: &str) -> Result<bool, String> {
        self.put(pdf, suggested).map(|()| true)
    }
}

struct Host {
    desk: Desk,
    clock: Arc<Movable>,
    ui: Option<PathBuf>,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| args.iter().position(|a| a == name).and_then(|i| args.get(i + 1)).cloned();
    let folder = PathBuf::from(value("--folder").unwrap_or_else(|| "target/serve".into()));
    let port: u16 = value("--port").and_then(|p| p.parse().ok()).unwrap_or(0);
    let now = value("--now").map(|text| text.parse().expect("--now takes 2026-11-24T09:31:00"));
    let clock = Arc::new(Movable(Mutex::new(now)));
    let out = value("--out").map_or_else(|| folder.join("out"), PathBuf::from);
    let place = Place { folder, practice: args.iter().any(|a| a == "--practice") };
    let desk = Desk::open(place, Box::new(clock.clone()), Box::new(Folder(out)));
    let host = Arc::new(Host { desk, clock, ui: value("--ui").map(PathBuf::from) });
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).expect("a free port on loopback");
    println!("http://{}", listener.local_addr().expect("bound"));
    for stream in listener.incoming().flatten() {
        let host = host.clone();
        std::thread::spawn(move || host.answer(stream));
    }
}

impl Host {
    fn answer(&self, mut stream: TcpStream) -> Option<()> {
        let mut reader = BufReader::new(stream.try_clone().ok()?);
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let mut words = line.split(' ').map(str::to_owned);
        let (method, path) = (words.next()?, words.next()?);
        let mut length = 0usize;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok()?;
            if header.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().ok()?;
            }
        }
        // One byte more than the desk reads: it answers "too large" itself.
        let mut body = Vec::new();
        reader.by_ref().take(length.min(REQUEST_LIMIT + 1) as u64).read_to_end(&mut body).ok()?;
        let (status, kind, body) = self.route(&method, &path, &String::from_utf8_lossy(&body));
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&body).ok()
    }

    fn route(&self, method: &str, path: &str, body: &str) -> (&'static str, &'static str, Vec<u8>) {
        const JSON: &str = "application/json; charset=utf-8";
        if method == "POST" && path == "/clock" {
            *self.clock.0.lock().expect("a clock is only read and set") = body.trim().parse().ok();
            return ("200 OK", JSON, b"{}".to_vec());
        }
        if let (true, Some(command)) = (method == "POST", path.strip_prefix("/call/")) {
            return match self.desk.dispatch(command, body) {
                Ok(answer) => ("200 OK", JSON, answer.into_bytes()),
                Err(failure) => {
                    ("422 Unprocessable Content", JSON, serde_json::to_vec(&failure).unwrap_or_default())
                }
            };
        }
        let path = path.split('?').next().unwrap_or_default();
        let file = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
        let inside = Path::new(file).components().all(|c| matches!(c, std::path::Component::Normal(_)));
        let found = self.ui.as_ref().filter(|_| inside).and_then(|ui| std::fs::read(ui.join(file)).ok());
        match found {
            Some(bytes) => ("200 OK", kind_of(file), bytes),
            None => ("404 Not Found", "text/plain", vec![]),
        }
    }
}

fn kind_of(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}
