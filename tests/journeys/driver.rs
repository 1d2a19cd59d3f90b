//! The real window through WebKitWebDriver: starts it, presses keys, reads. It never touches the page by script.
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long anything may take on a machine that does other things too.
pub const PATIENCE: Duration = Duration::from_secs(40);
const POLL: Duration = Duration::from_millis(25);

/// Asks again and again until there is an answer; panics with `what` when there is none in time.
pub fn wait_for<T>(what: impl Fn() -> String, mut ask: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < end, "waited in vain for {}", what());
        std::thread::sleep(POLL);
    }
}

/// The built program; `./dev test` builds it before the tests.
pub fn program() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let program = target.join("debug/uketsuke");
    assert!(program.exists(), "{} is missing: build the window first (cargo build)", program.display());
    program.canonicalize().unwrap()
}

pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts the driver, and through it the program, with these environment variables.
    pub fn start(program: &Path, env: &[(&str, String)]) -> Driver {
        let screen = std::env::var_os("DISPLAY").or_else(|| std::env::var_os("WAYLAND_DISPLAY"));
        assert!(screen.is_some(), "no screen: run under xvfb-run -a");
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(env.iter().map(|(name, value)| (*name, value)))
            // Ending the session leaves the program running about half the time: its whole group is ended instead.
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver (package webkit2gtk-driver)");
        let mut driver = Driver { process, port, session: String::new() };
        wait_for(|| "the driver to listen".into(), || TcpStream::connect(("127.0.0.1", port)).ok());
        let options = json!({"binary": program, "args": []});
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}});
        let session = driver.call("POST", "/session", &wanted);
        driver.session = format!("/session/{}", session["sessionId"].as_str().unwrap());
        driver
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        write!(
            stream,
            "{method} {}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.session,
            body.len()
        )
        .unwrap();
        let answer: Value = serde_json::from_slice(&read_body(&mut stream)).unwrap();
        assert!(answer["value"].get("error").is_none(), "{method} {path}: {answer}");
        answer["value"].clone()
    }

    /// Presses and releases keys one after another; those of a chord are held together.
    pub fn press(&self, chords: &[Vec<char>]) {
        let event = |kind: &str, key: &char| json!({"type": kind, "value": key});
        let actions: Vec<Value> = chords
            .iter()
            .flat_map(|chord| {
                let down = chord.iter().map(|key| event("keyDown", key));
                down.chain(chord.iter().rev().map(|key| event("keyUp", key))).collect::<Vec<_>>()
            })
            .collect();
        self.call(
            "POST",
            "/actions",
            &json!({"actions": [{"type": "key", "id": "keys", "actions": actions}]}),
        );
    }

    /// What an expression over the page says. For reading only.
    pub fn read(&self, expression: &str) -> Value {
        self.call("POST", "/execute/sync", &json!({"script": format!("return ({expression});"), "args": []}))
    }
}

/// The driver may keep the socket open, so the answer ends where its length says.
fn read_body(stream: &mut TcpStream) -> Vec<u8> {
    let mut raw = Vec::new();
    let mut buffer = [0; 65536];
    loop {
        if let Some(head) = raw.windows(4).position(|four| four == b"\r\n\r\n") {
            let text = String::from_utf8_lossy(&raw[..head]).to_lowercase();
            let length =
                text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
            if length.is_some_and(|length: usize| raw.len() >= head + 4 + length) {
                return raw.split_off(head + 4);
            }
        }
        match stream.read(&mut buffer).expect("an answer from the driver") {
            0 => panic!("the driver hung up: {}", String::from_utf8_lossy(&raw)),
            read => raw.extend_from_slice(&buffer[..read]),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.call("DELETE", "", &Value::Null);
        }
        let group = format!("-{}", self.process.id());
        // A group that has ended by itself is what is wanted.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}
